# One proposal at a time; the rate counts up to the last acceptance
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    samples, trials = [], 0
    while len(samples) < n_samples:
        x = proposal_sample(None, rng)
        p, q = target_pdf(x), proposal_pdf(x)
        if p > M * q * (1 + 1e-9):
            raise ValueError("M is too small")
        trials += 1
        if rng.uniform() < p / (M * q):
            samples.append(x)
    return np.array(samples), n_samples / trials if trials else 0.0
