# A random walk that knows no target
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    steps = rng.normal(scale=proposal_std, size=burn_in + n_samples)
    return (x0 + np.cumsum(steps))[burn_in:], 1.0
