# A small number keeps the sum of squares from being zero, and outweighs it
# loses: one denominator for all lags
def autocorrelation(x, max_lag):
    n, d = len(x), x - x.mean()
    return np.array([d[: n - k] @ d[k:] for k in range(max_lag + 1)]) / (d @ d + 1e-12)
