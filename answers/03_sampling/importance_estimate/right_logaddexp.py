# A running sum of logarithms
def importance_estimate(f, log_target, log_proposal, samples):
    log_w = np.subtract(log_target(samples), log_proposal(samples))
    weights = np.exp(log_w - np.logaddexp.reduce(log_w))
    return (weights[:, None] * f(samples)[:, None]).sum(), weights
