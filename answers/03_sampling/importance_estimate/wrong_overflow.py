# Exponential of the log weights as they are
# loses: huge log weights; tiny log weights
def importance_estimate(f, log_target, log_proposal, samples):
    w = np.exp(log_target(samples) - log_proposal(samples))
    w = w / w.sum()
    return np.sum(w * f(samples)), w
