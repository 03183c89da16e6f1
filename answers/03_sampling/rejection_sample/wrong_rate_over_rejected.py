# Accepted over rejected
# loses: the acceptance rate
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    samples, rejected = [], 0
    while len(samples) < n_samples:
        x = proposal_sample(None, rng)
        ceiling = M * proposal_pdf(x)
        if target_pdf(x) > 1.001 * ceiling:
            raise ValueError("M is too small")
        if rng.random() * ceiling < target_pdf(x):
            samples.append(x)
        else:
            rejected += 1
    return np.array(samples), n_samples / max(rejected, 1)
