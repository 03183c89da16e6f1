# Compares the two flows of probability
def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    flow_there = log_target(x_old) + log_proposal(x_new, x_old)
    flow_back = log_target(x_new) + log_proposal(x_old, x_new)
    if flow_back >= flow_there:
        return 0
    return flow_back - flow_there
