# The same few draws again and again, from a generator seeded anew for each batch
# loses: draws of the target; a proposal that is not flat
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    seed = rng.integers(2**32)
    kept, n_proposed = np.empty(0), 0
    while len(kept) < n_samples:
        fresh = np.random.default_rng(seed)
        x = proposal_sample(1000, fresh)
        ratio = target_pdf(x) / (M * proposal_pdf(x))
        if np.any(ratio > 1.001):
            raise ValueError("M is too small")
        kept = np.append(kept, x[fresh.random(1000) < ratio])
        n_proposed += 1000
    return kept[:n_samples], len(kept) / max(n_proposed, 1)
