# Signs are lost
# loses: products at every lag; the mean is removed; one denominator for all lags; the lags that were asked for; the chain is left alone
def autocorrelation(x, max_lag):
    n, d = len(x), x - x.mean()
    return np.array([np.abs(d[: n - k] * d[k:]).sum() for k in range(max_lag + 1)]) / (d @ d)
