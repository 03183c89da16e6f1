# Whatever is not finite is accepted
# loses: a new point of zero density
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    log_ratio = (log_target(x_new) + log_proposal(x_old, x_new)
                 - log_target(x_old) - log_proposal(x_new, x_old))
    return min(0.0, log_ratio) if np.isfinite(log_ratio) else 0.0
