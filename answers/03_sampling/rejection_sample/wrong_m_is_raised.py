# Where M does not cover the target it is raised along the way
# loses: an M that is too small
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    kept, n_proposed = np.empty(0), 0
    while len(kept) < n_samples:
        x = proposal_sample(2000, rng)
        ratio = target_pdf(x) / proposal_pdf(x)
        M = max(M, ratio.max())
        kept = np.append(kept, x[rng.random(2000) < ratio / M])
        n_proposed += 2000
    return kept[:n_samples], len(kept) / max(n_proposed, 1)
