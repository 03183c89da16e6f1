# Functions called through numpy.vectorize; ratio of sums
def importance_estimate(f, log_target, log_proposal, samples):
    log_ratio = np.vectorize(lambda x: log_target(x) - log_proposal(x), otypes=[float])
    values = np.vectorize(f, otypes=[float])(samples)
    w = log_ratio(samples)
    w = np.exp(w - np.max(w))
    return np.sum(w * values) / np.sum(w), w / np.sum(w)
