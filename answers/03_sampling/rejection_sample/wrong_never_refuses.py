# An M that is too small is not noticed
# loses: an M that is too small
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    samples, trials = [], 0
    while len(samples) < n_samples:
        x = proposal_sample(None, rng)
        trials += 1
        if rng.random() < target_pdf(x) / (M * proposal_pdf(x)):
            samples.append(x)
    return np.array(samples), n_samples / max(trials, 1)
