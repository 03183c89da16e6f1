# scipy's softmax, returned as a list
from scipy.special import softmax

def importance_estimate(f, log_target, log_proposal, samples):
    weights = softmax(log_target(samples) - log_proposal(samples))
    return [np.average(f(samples), weights=weights), weights.tolist()]
