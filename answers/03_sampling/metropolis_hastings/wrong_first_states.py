# Walks on for the burn-in, but returns the first n states
# loses: burn-in is thrown away; one proposal a step
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, accepted = x0, [], 0
    for t in range(burn_in + n_samples):
        new = x + rng.normal(0, proposal_std)
        if np.log(rng.random()) < log_target(new) - log_target(x):
            x = new
            accepted += 1
        states.append(x)
    return np.array(states)[:n_samples], accepted / (burn_in + n_samples)
