# Batches, but the rate is counted up to the n-th acceptance
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    if n_samples == 0:
        return [], 1.0
    xs, flags = np.empty(0), np.empty(0, dtype=bool)
    while flags.sum() < n_samples:
        x = proposal_sample(256, rng)
        height = M * proposal_pdf(x)
        p = target_pdf(x)
        if (p > height * 1.0001).any():
            raise ValueError
        xs = np.append(xs, x)
        flags = np.append(flags, rng.uniform(0, height) < p)
    last = np.flatnonzero(flags)[n_samples - 1] + 1
    return xs[:last][flags[:last]], n_samples / last
