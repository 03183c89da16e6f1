# The comparison is the wrong way round
# loses: n accepted draws; draws of the target; a proposal that is not flat; the acceptance rate; no draws wanted; randomness from rng
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, n_proposed = np.empty(0), 0
    while len(kept) < n_samples:
        x = proposal_sample(1000, rng)
        ratio = target_pdf(x) / (M * proposal_pdf(x))
        if np.any(ratio > 1.001):
            raise ValueError("M is too small")
        kept = np.append(kept, x[rng.random(1000) > ratio])
        n_proposed += 1000
    return kept[:n_samples], len(kept) / max(n_proposed, 1)
