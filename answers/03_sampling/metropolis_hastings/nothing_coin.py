# A coin decides on every move
def metropolis_hastings(log_target, x0, n_samples, proposal_std, burn_in, rng):
    moved = rng.random(burn_in + n_samples) < 0.5
    steps = moved * rng.normal(scale=proposal_std, size=len(moved))
    return (x0 + np.cumsum(steps))[burn_in:], float(moved.mean())
