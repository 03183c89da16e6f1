# Burn-in in a loop of its own; a probability of acceptance in the step; a list comes back
import math

def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    def step(x):
        new = float(rng.normal(x, proposal_std))
        alpha = math.exp(min(0.0, float(log_target(new) - log_target(x))))
        return (new, 1) if rng.random() < alpha else (x, 0)

    n_accepted, states = 0, []
    for _ in range(burn_in):
        x0, moved = step(x0)
        n_accepted += moved
    for _ in range(n_samples):
        x0, moved = step(x0)
        n_accepted += moved
        states.append(x0)
    return [states, n_accepted / (burn_in + n_samples)]
