# The coins come from a generator with a seed of its own
# loses: randomness from rng
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    coins = np.log(np.random.default_rng(42).random(burn_in + n_samples))
    x, states, accepted = x0, [], 0
    for t, coin in enumerate(coins):
        new = x + rng.normal(0, proposal_std)
        if coin < log_target(new) - log_target(x):
            x = new
            accepted += 1
        if t >= burn_in:
            states.append(x)
    return np.array(states), accepted / (burn_in + n_samples)
