# No coin at all: accepts where the ratio is above one half
# loses: draws of the target; a proposal that is not flat; the acceptance rate; randomness from rng
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, n_proposed = np.empty(0), 0
    while len(kept) < n_samples:
        x = proposal_sample(max(n_samples, 10), rng)
        ratio = target_pdf(x) / (M * proposal_pdf(x))
        if np.any(ratio > 1.001):
            raise ValueError("M is too small")
        kept = np.append(kept, x[ratio > 0.5])
        n_proposed += len(x)
    return kept[:n_samples], len(kept) / max(n_proposed, 1)
