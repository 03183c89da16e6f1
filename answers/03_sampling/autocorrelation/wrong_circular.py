# The chain is bent to a circle
# loses: one denominator for all lags
def autocorrelation(x, max_lag):
    d = x - x.mean()
    return np.array([d @ np.roll(d, -k) for k in range(max_lag + 1)]) / (d @ d)
