# Divided by (n − 1) where it should be n
# loses: one denominator for all lags
def autocorrelation(x, max_lag):
    n, d = len(x), x - x.mean()
    return np.array([d[: n - k] @ d[k:] for k in range(max_lag + 1)]) / (n * x.var(ddof=1))
