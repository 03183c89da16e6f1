# Warns, and goes on
# loses: an M that is too small
import warnings

def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, n_proposed = np.empty(0), 0
    while len(kept) < n_samples:
        x = proposal_sample(1000, rng)
        ratio = target_pdf(x) / (M * proposal_pdf(x))
        if np.any(ratio > 1):
            warnings.warn("M is too small")
        kept = np.append(kept, x[rng.random(1000) < ratio])
        n_proposed += 1000
    return kept[:n_samples], len(kept) / max(n_proposed, 1)
