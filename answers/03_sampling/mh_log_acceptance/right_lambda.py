# One expression, arrays of one number inside
mh_log_acceptance = lambda log_target, log_proposal, x_old, x_new: (
    -np.inf if log_target(np.array([x_new]))[0] == -np.inf
    else 0.0 if log_target(np.array([x_old]))[0] == -np.inf
    else np.asarray(min(0.0, (log_target(np.array([x_new])) - log_target(np.array([x_old])))[0]
                        + log_proposal(x_old, x_new) - log_proposal(x_new, x_old))))
