# A plain mean of f, all weights equal
# loses: the weighted mean; weights that sum to one; the proposal in the weights; huge log weights; tiny log weights; draws where the target is zero; the samples are left alone
def importance_estimate(f, log_target, log_proposal, samples):
    n = len(samples)
    return np.mean(f(samples)), np.full(n, 1 / n)
