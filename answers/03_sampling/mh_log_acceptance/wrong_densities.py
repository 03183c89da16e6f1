# Densities instead of their logarithms
# loses: log densities far below zero; zero density at both points
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    top = np.exp(log_target(x_new)) * np.exp(log_proposal(x_old, x_new))
    bottom = np.exp(log_target(x_old)) * np.exp(log_proposal(x_new, x_old))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(np.minimum(1.0, top / bottom))
