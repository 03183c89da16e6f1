# The powers of lag one, as if every chain were autoregressive
# loses: products at every lag; the mean is removed; one denominator for all lags; the lags that were asked for; the chain is left alone
def autocorrelation(x, max_lag):
    d = x - x.mean()
    return (d[:-1] @ d[1:] / (d @ d)) ** np.arange(max_lag + 1)
