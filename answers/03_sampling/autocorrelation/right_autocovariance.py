# Autocovariances, all divided by n, and the variance
def autocorrelation(x, max_lag):
    n, m = len(x), np.mean(x)
    rho = np.zeros(max_lag + 1)
    for k in range(max_lag + 1):
        rho[k] = ((x[: n - k] - m) @ (x[k:] - m)) / n / np.var(x)
    return rho
