# Accepts wherever the target is not zero
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    return -np.inf if log_target(x_new) == -np.inf else 0.0
