# Batches of a thousand; all accepted over all proposed
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, proposed = np.zeros(0), 0
    while kept.size < n_samples:
        x = proposal_sample(1000, rng)
        ratio = target_pdf(x) / (M * proposal_pdf(x))
        if (ratio > 1 + 1e-6).any():
            raise ValueError(f"ratio up to {ratio.max():.3f}: M is too small")
        kept = np.concatenate([kept, x[rng.random(1000) < ratio]])
        proposed += 1000
    return kept[:n_samples], kept.size / max(proposed, 1)
