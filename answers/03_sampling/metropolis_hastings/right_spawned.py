# One child generator for noise, one for coins; single precision states come back
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    noise, coins = rng.spawn(2)
    x, n_moves = x0, 0
    states = np.empty(n_samples, dtype=np.float32)
    for i in range(-burn_in, n_samples):
        y = noise.normal(loc=x, scale=proposal_std)
        if log_target(y) >= log_target(x) or np.log(coins.random()) < log_target(y) - log_target(x):
            x = y
            n_moves += 1
        if i >= 0:
            states[i] = x
    return states, np.float32(n_moves / (n_samples + burn_in))
