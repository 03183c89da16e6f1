# No probability below one in a hundred
# loses: categories never seen
def multinomial_mle(counts):
    p = np.maximum(counts / counts.sum(), 0.01)
    return p / p.sum()
