# Minus an exponential number is the logarithm of a uniform one
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    path = np.full(burn_in + n_samples + 1, float(x0))
    count = 0
    for t in range(1, len(path)):
        y = path[t - 1] + proposal_std * rng.standard_normal()
        accept = -rng.exponential() <= log_target(y) - log_target(path[t - 1])
        path[t] = y if accept else path[t - 1]
        count += bool(accept)
    return path[1 + burn_in:], count / (len(path) - 1)
