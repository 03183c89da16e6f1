# A small constant is added to the densities, whose logarithms are taken again
# loses: log densities far below zero
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    def log_p(x):
        return np.log(np.exp(log_target(x)) + 1e-300)

    x, states, accepted = x0, [], 0
    for t in range(burn_in + n_samples):
        new = x + rng.normal(0, proposal_std)
        if np.log(rng.random()) < log_p(new) - log_p(x):
            x = new
            accepted += 1
        if t >= burn_in:
            states.append(x)
    return np.array(states), accepted / (burn_in + n_samples)
