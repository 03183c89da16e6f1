# A small constant keeps the ratio from dividing by zero, and outweighs small densities
# loses: a proposal that is not flat
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, n_proposed = np.empty(0), 0
    while len(kept) < n_samples:
        x = proposal_sample(5000, rng)
        ratio = target_pdf(x) / (M * proposal_pdf(x) + 1e-12)
        if np.any(ratio > 1.001):
            raise ValueError("M is too small")
        kept = np.append(kept, x[rng.random(5000) < ratio])
        n_proposed += 5000
    return kept[:n_samples], len(kept) / max(n_proposed, 1)
