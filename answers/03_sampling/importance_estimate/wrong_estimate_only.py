# Returns the estimate without the weights
# loses: the weighted mean; weights that sum to one; the proposal in the weights; huge log weights; tiny log weights; draws where the target is zero; the samples are left alone
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    w = np.exp(lw - lw.max())
    return np.sum(w * f(samples)) / w.sum()
