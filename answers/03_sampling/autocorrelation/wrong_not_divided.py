# Sums of products, not divided by anything
# loses: products at every lag; the mean is removed; one denominator for all lags; the lags that were asked for; the chain is left alone
def autocorrelation(x, max_lag):
    n, d = len(x), x - x.mean()
    return np.array([d[: n - k] @ d[k:] for k in range(max_lag + 1)])
