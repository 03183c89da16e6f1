# A very negative number where minus infinity belongs
# loses: a new point of zero density
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    new, old = log_target(x_new), log_target(x_old)
    if new == -np.inf:
        return -1e10 if old > -np.inf else 0.0
    return min(0.0, new + log_proposal(x_old, x_new) - old - log_proposal(x_new, x_old))
