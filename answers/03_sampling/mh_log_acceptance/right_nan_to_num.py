# NaN becomes minus infinity
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    with np.errstate(invalid="ignore"):
        log_alpha = (log_target(x_new) + log_proposal(x_old, x_new)
                     - log_target(x_old) - log_proposal(x_new, x_old))
    return float(np.nan_to_num(np.clip(log_alpha, None, 0), nan=-np.inf, neginf=-np.inf))
