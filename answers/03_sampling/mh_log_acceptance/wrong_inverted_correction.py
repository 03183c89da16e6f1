# The way there over the way back
# loses: the proposal's correction
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    new, old = log_target(x_new), log_target(x_old)
    if new == -np.inf:
        return -np.inf
    return min(0.0, new - old + log_proposal(x_new, x_old) - log_proposal(x_old, x_new))
