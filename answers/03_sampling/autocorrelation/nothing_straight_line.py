# A straight line from one to zero
def autocorrelation(x, max_lag):
    return 1 - np.arange(max_lag + 1) / (max_lag + 1)
