# The loop of the textbooks
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x = x0
    samples, accepted = [], 0
    for step in range(burn_in + n_samples):
        candidate = x + rng.normal(0, proposal_std)
        if np.log(rng.uniform()) < log_target(candidate) - log_target(x):
            x = candidate
            accepted += 1
        if step >= burn_in:
            samples.append(x)
    return np.array(samples), accepted / (burn_in + n_samples)
