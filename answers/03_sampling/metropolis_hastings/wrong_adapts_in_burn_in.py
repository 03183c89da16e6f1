# The step is tuned during the burn-in
# loses: a normal random walk
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, accepted, lately, std = x0, [], 0, 0, proposal_std
    for t in range(burn_in + n_samples):
        new = x + std * rng.standard_normal()
        if np.log(rng.random()) < log_target(new) - log_target(x):
            x = new
            accepted += 1
            lately += 1
        if t < burn_in and (t + 1) % 100 == 0:
            std *= 1.1 if lately > 44 else 0.9
            lately = 0
        if t >= burn_in:
            states.append(x)
    return np.array(states), accepted / (burn_in + n_samples)
