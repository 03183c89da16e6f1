# The same with batches of n
# loses: the acceptance rate
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, n_proposed = np.empty(0), 0
    while len(kept) < n_samples:
        x = proposal_sample(n_samples, rng)
        ceiling = M * proposal_pdf(x)
        if np.any(target_pdf(x) > 1.001 * ceiling):
            raise ValueError("M is too small")
        kept = np.append(kept, x[rng.random(n_samples) * ceiling < target_pdf(x)])
        n_proposed += n_samples
    return kept[:n_samples], n_samples / max(n_proposed, 1)
