# A tiny pseudo-count
# loses: categories never seen
def multinomial_mle(counts):
    counts = counts + 1e-9
    return counts / counts.sum()
