# The step is tuned all along, a little at every move
# loses: a normal random walk
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    x, states, accepted, log_std = x0, [], 0, np.log(proposal_std)
    for t in range(burn_in + n_samples):
        new = x + np.exp(log_std) * rng.standard_normal()
        accept = np.log(rng.random()) < log_target(new) - log_target(x)
        x, accepted = (new, accepted + 1) if accept else (x, accepted)
        log_std += (accept - 0.44) / (t + 100)
        if t >= burn_in:
            states.append(x)
    return np.array(states), accepted / (burn_in + n_samples)
