# The draws come as a column
# loses: n accepted draws; draws of the target; a proposal that is not flat; no draws wanted; randomness from rng
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    samples, trials = [], 0
    while len(samples) < n_samples:
        x = proposal_sample(1, rng)
        ceiling = M * proposal_pdf(x)
        if target_pdf(x)[0] > 1.001 * ceiling[0]:
            raise ValueError("M is too small")
        trials += 1
        if rng.random() * ceiling[0] < target_pdf(x)[0]:
            samples.append(x)
    return np.array(samples).reshape(-1, 1), n_samples / max(trials, 1)
