# The largest log weight is subtracted first
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    w = np.exp(lw - lw.max())
    w /= w.sum()
    return float((w * f(samples)).sum()), w
