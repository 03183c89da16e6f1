# Keyword arguments; NaN becomes zero, since both points have no density then
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    forward = log_proposal(to=x_new, given=x_old)
    backward = log_proposal(to=x_old, given=x_new)
    log_ratio = (log_target(x_new) - log_target(x_old)) + (backward - forward)
    return 0.0 if np.isnan(log_ratio) else np.minimum(log_ratio, 0.0)
