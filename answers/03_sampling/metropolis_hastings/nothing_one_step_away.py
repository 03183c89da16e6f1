# One step from the start, and there it stays
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    steps = burn_in + n_samples
    return np.full(n_samples, x0 + proposal_std * rng.standard_normal()), 1 / steps
