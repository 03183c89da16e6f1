# Python's min(0, NaN) is 0
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    top = float(log_target(x_new)) + float(log_proposal(x_old, x_new))
    bottom = float(log_target(x_old)) + float(log_proposal(x_new, x_old))
    return min(0, top - bottom)
