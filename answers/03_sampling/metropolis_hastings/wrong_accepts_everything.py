# A random walk that never rejects
# loses: n states and a rate; a normal random walk; the start is not recorded; burn-in is thrown away; one proposal a step; rejected moves repeat the state; downhill moves in proportion; log densities far below zero; the rate of all steps; randomness from rng
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    path = x0 + proposal_std * np.cumsum(rng.standard_normal(burn_in + n_samples))
    return path[burn_in:], 1.0
