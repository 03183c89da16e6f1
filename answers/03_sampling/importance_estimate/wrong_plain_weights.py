# The weights are never divided by their sum, and the estimate is their plain mean
# loses: the weighted mean; weights that sum to one; huge log weights; tiny log weights
def importance_estimate(f, log_target, log_proposal, samples):
    w = np.exp(log_target(samples) - log_proposal(samples))
    return np.mean(w * f(samples)), w
