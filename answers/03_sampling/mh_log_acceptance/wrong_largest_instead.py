# max where min belongs
# loses: the ratio of the targets; the proposal's correction; never above zero; log densities far below zero; a new point of zero density; an old point of zero density; zero density at both points
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    new, old = log_target(x_new), log_target(x_old)
    if new == -np.inf:
        return -np.inf
    return max(0.0, new + log_proposal(x_old, x_new) - old - log_proposal(x_new, x_old))
