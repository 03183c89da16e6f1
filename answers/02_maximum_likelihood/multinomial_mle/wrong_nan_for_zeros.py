# A fixed-point step on the likelihood that divides by empty categories
# loses: categories never seen
def multinomial_mle(counts):
    p = counts / counts.sum()
    return p * (counts / p) / counts.sum()
