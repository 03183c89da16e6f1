# A small number keeps the logarithm finite
# loses: log densities far below zero; a new point of zero density
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    new, old = log_target(x_new), log_target(x_old)
    if old == -np.inf:
        return 0.0
    ratio = np.exp(new + log_proposal(x_old, x_new) - old - log_proposal(x_new, x_old))
    return np.log(min(1.0, ratio) + 1e-300)
