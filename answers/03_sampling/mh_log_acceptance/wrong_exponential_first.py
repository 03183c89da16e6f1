# The logarithm of a probability that has underflown on the way
# loses: log densities far below zero
import math


def mh_log_acceptance(log_target, log_proposal, x_old, x_new):
    if log_target(x_new) == -math.inf:
        return -math.inf
    if log_target(x_old) == -math.inf:
        return 0.0
    difference = log_target(x_new) - log_target(x_old)
    difference += log_proposal(x_old, x_new) - log_proposal(x_new, x_old)
    return np.log(np.minimum(1.0, np.exp(difference)))
