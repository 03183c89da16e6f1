# The logarithms of the weights come back
# loses: weights that sum to one; the proposal in the weights; huge log weights; tiny log weights; draws where the target is zero
from scipy.special import logsumexp

def importance_estimate(f, log_target, log_proposal, samples):
    lw = log_target(samples) - log_proposal(samples)
    lw = lw - logsumexp(lw)
    return np.sum(np.exp(lw) * f(samples)), lw
