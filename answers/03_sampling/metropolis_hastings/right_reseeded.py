# A generator of its own, seeded from rng; a recursive generator function
from itertools import islice

def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    own = np.random.default_rng(rng.integers(2**32, size=4))

    def walk(x):
        while True:
            y = x + own.normal(scale=proposal_std)
            move = own.uniform() < np.exp(np.clip(log_target(y) - log_target(x), -700, 0))
            x = y if move else x
            yield x, move

    states, moves = zip(*islice(walk(x0), burn_in + n_samples))
    return np.array(states[burn_in:]), float(np.mean(moves))
