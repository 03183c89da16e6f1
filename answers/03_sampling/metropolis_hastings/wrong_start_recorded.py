# Records the state before the step
# loses: the start is not recorded
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, accepted = x0, [], 0
    for t in range(burn_in + n_samples):
        if t >= burn_in:
            states.append(x)
        new = x + rng.normal(0, proposal_std)
        if np.log(rng.random()) < log_target(new) - log_target(x):
            x = new
            accepted += 1
    return np.array(states), accepted / (burn_in + n_samples)
