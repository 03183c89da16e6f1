# Only max_lag = 0 goes wrong
# loses: the lags that were asked for
def autocorrelation(x, max_lag):
    d = x - x.mean()
    rho = [1.0, d[:-1] @ d[1:] / (d @ d)]
    for k in range(2, max_lag + 1):
        rho.append(d[:-k] @ d[k:] / (d @ d))
    return np.array(rho)
