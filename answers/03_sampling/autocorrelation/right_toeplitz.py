# A function of the lag, vectorised
def autocorrelation(x, max_lag):
    padded = np.concatenate([x - x.mean(), np.zeros(max_lag)])
    d = padded[: len(x)]
    at = np.vectorize(lambda k: d @ padded[k : k + len(x)], otypes=[float])
    return at(np.arange(max_lag + 1)) / (d @ d)
