# The proposal alone
# loses: the ratio of the targets; the proposal's correction; never above zero; log densities far below zero; a new point of zero density; an old point of zero density; zero density at both points
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    if np.isneginf(log_target(x_old)):
        return 0.0
    return min(0.0, log_proposal(x_old, x_new) - log_proposal(x_new, x_old))
