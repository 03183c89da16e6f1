# Takes the first argument of the proposal for the point it starts from
# loses: the proposal's correction
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    new, old = log_target(x_new), log_target(x_old)
    if new == -np.inf:
        return -np.inf
    there, back = log_proposal(x_old, x_new), log_proposal(x_new, x_old)
    return min(0.0, new + back - old - there)
