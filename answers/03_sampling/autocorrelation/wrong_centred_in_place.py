# Takes the mean out of the caller's chain
# loses: the chain is left alone
def autocorrelation(x, max_lag):
    x -= x.mean()
    n = len(x)
    return np.array([x[: n - k] @ x[k:] for k in range(max_lag + 1)]) / (x @ x)
