# n = 0 leaves no batch to put together
# loses: no draws wanted
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    batches, n_accepted, n_proposed = [], 0, 0
    while n_accepted < n_samples:
        x = proposal_sample(500, rng)
        ceiling = M * proposal_pdf(x)
        if np.any(target_pdf(x) > 1.001 * ceiling):
            raise ValueError("M is too small")
        batches.append(x[rng.random(500) * ceiling < target_pdf(x)])
        n_accepted += len(batches[-1])
        n_proposed += 500
    return np.concatenate(batches)[:n_samples], n_accepted / n_proposed
