# No probability below a tiny number
# loses: categories never seen
def multinomial_mle(counts):
    return np.clip(counts / counts.sum(), 1e-12, 1)
