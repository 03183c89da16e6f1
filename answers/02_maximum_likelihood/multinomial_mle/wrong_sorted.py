# Largest first
# loses: shares of the total; no smoothing; categories never seen
def multinomial_mle(counts):
    return -np.sort(-counts) / counts.sum()
