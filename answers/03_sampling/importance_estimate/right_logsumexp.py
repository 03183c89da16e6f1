# scipy's logsumexp
from scipy.special import logsumexp

def importance_estimate(f, log_target, log_proposal, samples):
    log_w = log_target(samples) - log_proposal(samples)
    w = np.exp(log_w - logsumexp(log_w))
    return np.dot(w, f(samples)), w
