# The result is an array of whole numbers, as the counts are
# loses: shares of the total; fractions that sum to one; no smoothing; categories never seen; arguments are left alone
def multinomial_mle(counts):
    p = np.zeros_like(counts)
    for k, c in enumerate(counts):
        p[k] = c / counts.sum()
    return p
