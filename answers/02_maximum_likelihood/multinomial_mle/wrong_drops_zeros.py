# Empty categories are left out
# loses: categories never seen
def multinomial_mle(counts):
    seen = counts[counts > 0]
    return seen / seen.sum()
