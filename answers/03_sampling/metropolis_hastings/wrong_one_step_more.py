# One burn-in step too many
# loses: one proposal a step
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, accepted = x0, [], 0
    for t in range(burn_in + n_samples + (burn_in > 0)):
        new = x + rng.normal(0, proposal_std)
        if np.log(rng.random()) < log_target(new) - log_target(x):
            x = new
            accepted += t < burn_in + n_samples
        states.append(x)
    return np.array(states[-n_samples:]), accepted / (burn_in + n_samples)
