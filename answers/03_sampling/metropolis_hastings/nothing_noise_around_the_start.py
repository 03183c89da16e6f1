# Normal noise around the start, and half was accepted
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    return rng.normal(x0, proposal_std, size=n_samples), 0.5
