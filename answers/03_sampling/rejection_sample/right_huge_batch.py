# One batch that is far too large, at first; a single rate of it
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    if n_samples == 0:
        return np.array([]), np.nan
    size = 20 * n_samples + 100
    while True:
        x = proposal_sample(size, rng)
        u = rng.uniform(size=size)
        p, q = target_pdf(x), proposal_pdf(x)
        if np.any(p > 1.005 * M * q):
            raise ValueError("the envelope does not cover the target")
        accept = u * M * q <= p
        if accept.sum() >= n_samples:
            return x[accept][:n_samples], accept.mean()
        size *= 2
