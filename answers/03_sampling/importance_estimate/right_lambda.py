# One expression
from scipy.special import log_softmax

importance_estimate = lambda f, log_target, log_proposal, samples: (
    lambda w: (float(np.sum(f(samples) * w)), w)
)(np.exp(log_softmax(log_target(samples) - log_proposal(samples))))
