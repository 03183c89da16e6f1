# Infinity less infinity is NaN
# loses: zero density at both points
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    log_ratio = log_target(x_new) - log_target(x_old)
    log_ratio += log_proposal(x_old, x_new) - log_proposal(x_new, x_old)
    return np.minimum(0.0, log_ratio)
