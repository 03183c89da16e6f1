# The proposal alone
# loses: the ratio of the targets; the proposal's correction; log densities far below zero; a new point of zero density
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    if np.isneginf(log_target(x_old)):
        return 0.0
    return min(0.0, log_proposal(x_old, x_new) - log_proposal(x_new, x_old))
