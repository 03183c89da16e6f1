# numpy's full correlation
def autocorrelation(x, max_lag):
    d = x - np.mean(x)
    full = np.correlate(d, d, mode="full")
    positive = full[len(d) - 1:]
    return positive[: max_lag + 1] / positive[0]
