# The rate is missing
# loses: n accepted draws; draws of the target; a proposal that is not flat; the acceptance rate; no draws wanted; an M that is too small; randomness from rng
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    samples = []
    while len(samples) < n_samples:
        x = proposal_sample(None, rng)
        ceiling = M * proposal_pdf(x)
        if target_pdf(x) > 1.001 * ceiling:
            raise ValueError("M is too small")
        if rng.random() * ceiling < target_pdf(x):
            samples.append(x)
    return np.array(samples)
