# Asks whether to reject; arrays of one number for the density
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x = np.array([x0], dtype=float)
    rejected, out = 0, np.zeros((burn_in + n_samples, 1))
    for t in range(burn_in + n_samples):
        y = x + proposal_std * rng.standard_normal(1)
        log_ratio = log_target(y) - log_target(x)
        if rng.random() >= np.exp(np.minimum(log_ratio, 0))[0]:
            rejected += 1
        else:
            x = y
        out[t] = x
    return out[burn_in:, 0], 1 - rejected / (burn_in + n_samples)
