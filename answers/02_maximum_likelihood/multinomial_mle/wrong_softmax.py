# Shares of exponentials
# loses: shares of the total; no smoothing; categories never seen
def multinomial_mle(counts):
    e = np.exp(counts - counts.max() + 0.0)
    e = np.maximum(e, 1e-12)
    return e / e.sum()
