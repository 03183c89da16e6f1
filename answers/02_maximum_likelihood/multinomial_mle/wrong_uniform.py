# All alike
# loses: shares of the total; no smoothing; categories never seen
def multinomial_mle(counts):
    return np.full(len(counts), 1 / len(counts))
