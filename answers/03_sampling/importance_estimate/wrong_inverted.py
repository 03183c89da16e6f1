# Proposal over target
# loses: the weighted mean; weights that sum to one; the proposal in the weights; huge log weights; tiny log weights; draws where the target is zero; the samples are left alone
def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_proposal(samples) - log_target(samples)
    w = np.exp(lw - lw.max())
    w /= w.sum()
    return np.sum(w * f(samples)), w
