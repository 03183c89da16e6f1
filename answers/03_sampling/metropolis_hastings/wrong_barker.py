# Barker's probability, p' / (p + p'): a right law, but fewer moves than Metropolis
# loses: one proposal a step
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, accepted = x0, [], 0
    for t in range(burn_in + n_samples):
        new = x + rng.normal(0, proposal_std)
        if rng.random() < 1 / (1 + np.exp(log_target(x) - log_target(new))):
            x = new
            accepted += 1
        if t >= burn_in:
            states.append(x)
    return np.array(states), accepted / (burn_in + n_samples)
