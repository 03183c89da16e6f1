# x[:-k] is empty at lag zero, where the sum is set to zero
# loses: the lags that were asked for
def autocorrelation(x, max_lag):
    d = x - x.mean()
    return np.array([d[:-k] @ d[k:] if k else 0.0 for k in range(max_lag + 1)]) / (d @ d)
