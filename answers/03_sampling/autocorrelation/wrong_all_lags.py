# All lags there are, however many were asked for
# loses: the lags that were asked for
def autocorrelation(x, max_lag):
    d = x - x.mean()
    products = np.correlate(d, d, mode="full")[len(d) - 1 :]
    return products / products[0]
