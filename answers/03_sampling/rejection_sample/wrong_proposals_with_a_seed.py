# The proposals come from a generator with a seed of its own
# loses: randomness from rng
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    proposals = np.random.default_rng(0)
    kept, n_proposed = np.empty(0), 0
    while len(kept) < n_samples:
        x = proposal_sample(2000, proposals)
        ratio = target_pdf(x) / (M * proposal_pdf(x))
        if np.any(ratio > 1.001):
            raise ValueError("M is too small")
        kept = np.append(kept, x[rng.random(2000) < ratio])
        n_proposed += 2000
    return kept[:n_samples], len(kept) / max(n_proposed, 1)
