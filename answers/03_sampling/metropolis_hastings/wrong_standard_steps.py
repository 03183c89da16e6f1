# The standard deviation that is given is not used
# loses: a normal random walk; one proposal a step
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, accepted = x0, [], 0
    for t in range(burn_in + n_samples):
        new = x + rng.normal()
        if np.log(rng.random()) < log_target(new) - log_target(x):
            x = new
            accepted += 1
        if t >= burn_in:
            states.append(x)
    return np.array(states), accepted / (burn_in + n_samples)
