# Whole batches come back, more than was asked for
# loses: n accepted draws; no draws wanted
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, n_proposed = [], 0
    while len(kept) < n_samples or not kept:
        x = proposal_sample(1000, rng)
        ceiling = M * proposal_pdf(x)
        if np.any(target_pdf(x) > 1.001 * ceiling):
            raise ValueError("M is too small")
        kept.extend(x[rng.random(1000) * ceiling < target_pdf(x)])
        n_proposed += 1000
    return np.array(kept), len(kept) / n_proposed
