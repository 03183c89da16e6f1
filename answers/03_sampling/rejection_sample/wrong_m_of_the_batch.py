# M is not looked at: the largest ratio of the batch takes its place
# loses: the acceptance rate; an M that is too small
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, n_proposed = np.empty(0), 0
    while len(kept) < n_samples:
        x = proposal_sample(5000, rng)
        ratio = target_pdf(x) / proposal_pdf(x)
        kept = np.append(kept, x[rng.random(5000) < ratio / ratio.max()])
        n_proposed += 5000
    return kept[:n_samples], len(kept) / max(n_proposed, 1)
