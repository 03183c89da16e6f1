# The mean is not removed
# loses: the mean is removed
def autocorrelation(x, max_lag):
    n = len(x)
    return np.array([x[: n - k] @ x[k:] for k in range(max_lag + 1)]) / (x @ x)
