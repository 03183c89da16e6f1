# max_lag itself is left out
# loses: the lags that were asked for
def autocorrelation(x, max_lag):
    n, d = len(x), x - x.mean()
    return np.array([d[: n - k] @ d[k:] for k in range(max_lag)]) / (d @ d)
