# min(NaN, 0) is NaN, the other way round it would not be
# loses: zero density at both points
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    log_ratio = (log_target(x_new) + log_proposal(x_old, x_new)
                 - log_target(x_old) - log_proposal(x_new, x_old))
    return min(log_ratio, 0.0)
