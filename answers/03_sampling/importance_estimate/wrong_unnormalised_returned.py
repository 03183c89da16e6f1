# The estimate is right, the weights come back as they were
# loses: weights that sum to one
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    w = np.exp(lw - lw.max())
    return np.sum(w * f(samples)) / np.sum(w), w
