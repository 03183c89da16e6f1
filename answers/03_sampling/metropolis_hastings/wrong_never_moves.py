# Stays at x0
# loses: n states and a rate; a normal random walk; the start is not recorded; burn-in is thrown away; one proposal a step; rejected moves repeat the state; downhill moves in proportion; log densities far below zero; the rate of all steps; randomness from rng
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    return np.full(n_samples, x0), 0.0
