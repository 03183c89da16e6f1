# All alike
# loses: shares of the total; no smoothing; categories never seen; fractions that sum to one; arguments are left alone
def multinomial_mle(counts):
    return np.full(len(counts), 1 / len(counts))
