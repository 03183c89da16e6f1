# The rate is taken to be 1/M
# loses: the acceptance rate
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    samples = []
    while len(samples) < n_samples:
        x = proposal_sample(1, rng)[0]
        ceiling = M * proposal_pdf(x)
        if target_pdf(x) > 1.001 * ceiling:
            raise ValueError("M is too small")
        if rng.random() * ceiling < target_pdf(x):
            samples.append(x)
    return np.array(samples), 1 / M
