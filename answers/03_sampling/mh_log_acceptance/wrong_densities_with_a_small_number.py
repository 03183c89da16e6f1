# The same with a small number under the fraction
# loses: log densities far below zero; an old point of zero density
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    top = np.exp(log_target(x_new)) * np.exp(log_proposal(x_old, x_new))
    bottom = np.exp(log_target(x_old)) * np.exp(log_proposal(x_new, x_old)) + 1e-300
    if log_target(x_old) == -np.inf:
        return -np.inf
    with np.errstate(divide="ignore"):
        return np.log(np.minimum(1.0, top / bottom))
