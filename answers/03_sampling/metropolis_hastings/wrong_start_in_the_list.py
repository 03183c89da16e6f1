# The list begins with x0, and one step less is taken
# loses: n states and a rate; the start is not recorded; the rate of all steps
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    states, accepted = [x0], 0
    for t in range(burn_in + n_samples - 1):
        new = states[-1] + rng.normal(0, proposal_std)
        if np.log(rng.random()) < log_target(new) - log_target(states[-1]):
            states.append(new)
            accepted += 1
        else:
            states.append(states[-1])
    return np.array(states[burn_in:]), accepted / (burn_in + n_samples - 1)
