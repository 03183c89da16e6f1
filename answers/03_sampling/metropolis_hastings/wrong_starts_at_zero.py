# Begins at zero wherever it was told to begin
# loses: n states and a rate; a normal random walk; the start is not recorded; burn-in is thrown away; one proposal a step; rejected moves repeat the state; downhill moves in proportion; log densities far below zero; the rate of all steps; randomness from rng
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, accepted = 0.0, [], 0
    for t in range(burn_in + n_samples):
        new = x + rng.normal(0, proposal_std)
        if np.log(rng.random()) < log_target(new) - log_target(x):
            x = new
            accepted += 1
        if t >= burn_in:
            states.append(x)
    return np.array(states), accepted / (burn_in + n_samples)
