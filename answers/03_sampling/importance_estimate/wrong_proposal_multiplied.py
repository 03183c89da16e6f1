# Target times proposal
# loses: the proposal in the weights
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) + log_proposal(samples)
    w = np.exp(lw - lw.max())
    w /= w.sum()
    return np.sum(w * f(samples)), w
