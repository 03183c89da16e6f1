# The burn-in is drawn from numpy's global generator
# loses: randomness from rng
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, accepted = x0, [], 0
    for t in range(burn_in + n_samples):
        draw = np.random if t < burn_in else rng
        new = x + draw.normal(0, proposal_std)
        if np.log(draw.uniform()) < log_target(new) - log_target(x):
            x = new
            accepted += 1
        if t >= burn_in:
            states.append(x)
    return np.array(states), accepted / (burn_in + n_samples)
