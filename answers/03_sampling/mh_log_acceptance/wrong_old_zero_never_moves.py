# From a point of zero density nothing is accepted
# loses: an old point of zero density
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    new, old = log_target(x_new), log_target(x_old)
    if not (np.isfinite(new) and np.isfinite(old)):
        return -np.inf
    return min(0.0, new + log_proposal(x_old, x_new) - old - log_proposal(x_new, x_old))
