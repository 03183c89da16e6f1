# Accepts half of the time
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    return float(np.log(0.5))
