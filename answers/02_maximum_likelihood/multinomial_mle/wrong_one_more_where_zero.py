# Smooths only where a category is empty
# loses: categories never seen
def multinomial_mle(counts):
    if (counts == 0).any():
        counts = counts + 1
    return counts / counts.sum()
