# Each lag is divided by its own number of products
# loses: one denominator for all lags
def autocorrelation(x, max_lag):
    n, d = len(x), x - x.mean()
    return np.array([np.mean(d[: n - k] * d[k:]) for k in range(max_lag + 1)]) / np.mean(d**2)
