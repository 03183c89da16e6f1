# The share of rejected proposals
# loses: the acceptance rate
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    samples, trials = [], 0
    while len(samples) < n_samples:
        x = proposal_sample(None, rng)
        ceiling = M * proposal_pdf(x)
        if target_pdf(x) > 1.001 * ceiling:
            raise ValueError("M is too small")
        trials += 1
        if rng.random() * ceiling < target_pdf(x):
            samples.append(x)
    return np.array(samples), 1 - n_samples / max(trials, 1)
