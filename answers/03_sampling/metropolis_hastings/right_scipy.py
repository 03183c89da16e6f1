# scipy's normal distribution draws the proposals
from scipy import stats

def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    chain, accepts = [x0], []
    for _ in range(burn_in + n_samples):
        here = chain[-1]
        there = here + proposal_std * stats.norm.ppf(rng.random())
        accepts.append(np.log(rng.random()) < log_target(there) - log_target(here))
        chain.append(there if accepts[-1] else here)
    return np.asarray(chain[burn_in + 1:]), np.mean(accepts)
