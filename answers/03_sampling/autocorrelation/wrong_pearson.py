# Correlation coefficient of the chain with its shifted self
# loses: one denominator for all lags
def autocorrelation(x, max_lag):
    n = len(x)
    return np.array([np.corrcoef(x[: n - k], x[k:])[0, 1] for k in range(max_lag + 1)])
