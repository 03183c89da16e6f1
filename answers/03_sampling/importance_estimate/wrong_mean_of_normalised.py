# Divides by n although the weights sum to one
# loses: the weighted mean
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    w = np.exp(lw - lw.max())
    w /= w.sum()
    return np.mean(w * f(samples)), w
