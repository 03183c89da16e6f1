# All noise is drawn beforehand; the density of the present state is remembered
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    total = burn_in + n_samples
    noise = proposal_std * rng.standard_normal(total)
    log_u = np.log(rng.random(total))
    chain, moved = np.empty(total), np.zeros(total, dtype=bool)
    x, current = x0, log_target(x0)
    for t in range(total):
        proposed = log_target(x + noise[t])
        moved[t] = log_u[t] < proposed - current
        if moved[t]:
            x, current = x + noise[t], proposed
        chain[t] = x
    return chain[burn_in:], moved.mean()
