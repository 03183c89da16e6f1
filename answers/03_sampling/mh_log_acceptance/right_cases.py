# Zero densities first, then the formula
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    new, old = log_target(x_new), log_target(x_old)
    if np.isneginf(new):
        return -np.inf
    if np.isneginf(old):
        return 0.0
    return min(0.0, new + log_proposal(x_old, x_new) - old - log_proposal(x_new, x_old))
