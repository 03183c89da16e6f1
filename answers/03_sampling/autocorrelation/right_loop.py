# Lag by lag
def autocorrelation(x, max_lag):
    d = x - x.mean()
    return np.array([np.sum(d[: len(d) - k] * d[k:]) for k in range(max_lag + 1)]) / np.sum(d**2)
