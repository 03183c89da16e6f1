# The burn-in is taken out of the n samples
# loses: n states and a rate; burn-in is thrown away; one proposal a step; the rate of all steps
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, accepted = x0, [], 0
    for t in range(n_samples):
        new = x + rng.normal(0, proposal_std)
        if np.log(rng.random()) < log_target(new) - log_target(x):
            x = new
            accepted += 1
        if t >= burn_in:
            states.append(x)
    return np.array(states), accepted / n_samples
