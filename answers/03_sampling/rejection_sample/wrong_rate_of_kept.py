# Only what is kept counts as accepted, but all that was proposed as proposed
# loses: the acceptance rate
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, n_proposed = np.empty(0), 0
    while len(kept) < n_samples:
        x = proposal_sample(10_000, rng)
        ceiling = M * proposal_pdf(x)
        if np.any(target_pdf(x) > 1.001 * ceiling):
            raise ValueError("M is too small")
        kept = np.append(kept, x[rng.random(10_000) * ceiling < target_pdf(x)])
        n_proposed += 10_000
    return kept[:n_samples], n_samples / max(n_proposed, 1)
