# Walks as long as is needed for n accepted moves, and records those
# loses: one proposal a step; rejected moves repeat the state; the rate of all steps
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, steps = x0, [], 0
    while len(states) < burn_in + n_samples:
        steps += 1
        new = x + rng.normal(0, proposal_std)
        if np.log(rng.random()) < log_target(new) - log_target(x):
            x = new
            states.append(x)
    return np.array(states[burn_in:]), len(states) / steps
