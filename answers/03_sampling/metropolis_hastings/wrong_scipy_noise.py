# scipy draws the proposals from numpy's global generator
# loses: randomness from rng
from scipy import stats


def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    noise = stats.norm.rvs(scale=proposal_std, size=burn_in + n_samples)
    x, states, accepted = x0, [], 0
    for t in range(burn_in + n_samples):
        new = x + noise[t]
        if np.log(rng.random()) < log_target(new) - log_target(x):
            x = new
            accepted += 1
        if t >= burn_in:
            states.append(x)
    return np.array(states), accepted / (burn_in + n_samples)
