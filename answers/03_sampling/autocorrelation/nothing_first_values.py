# The first values of the chain
def autocorrelation(x, max_lag):
    return np.array(x[: max_lag + 1]) / x[0]
