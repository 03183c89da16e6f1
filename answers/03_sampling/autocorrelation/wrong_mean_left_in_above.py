# Products of the values as they are, over the sum of squares around the mean
# loses: the mean is removed
def autocorrelation(x, max_lag):
    n, d = len(x), x - x.mean()
    return np.array([x[: n - k] @ x[k:] for k in range(max_lag + 1)]) / (d @ d)
