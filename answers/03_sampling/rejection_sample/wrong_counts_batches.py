# Divides by the number of batches
# loses: the acceptance rate
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, batches = np.empty(0), 0
    while len(kept) < n_samples:
        x = proposal_sample(100, rng)
        ceiling = M * proposal_pdf(x)
        if np.any(target_pdf(x) > 1.001 * ceiling):
            raise ValueError("M is too small")
        kept = np.append(kept, x[rng.random(100) * ceiling < target_pdf(x)])
        batches += 1
    return kept[:n_samples], len(kept) / max(batches, 1)
