# Each weight is one over the sum of its ratios with the others
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    w = np.zeros(len(samples))
    for i in np.flatnonzero(lw > -np.inf):
        with np.errstate(over="ignore"):
            w[i] = 1 / np.exp(lw - lw[i]).sum()
    return w @ f(samples), w
