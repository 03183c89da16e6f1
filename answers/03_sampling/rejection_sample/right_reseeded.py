# A generator of its own, seeded from rng; a pilot run looks for violations first
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    own = np.random.default_rng(rng.integers(2**63))
    pilot = proposal_sample(500, own)
    if np.any(target_pdf(pilot) > 1.009 * M * proposal_pdf(pilot)):
        raise ValueError("M is too small")
    samples, proposed = np.empty(n_samples), 0
    for i in range(n_samples):
        accepted = False
        while not accepted:
            x = proposal_sample((), own)
            proposed += 1
            accepted = own.random() * M * proposal_pdf(x) < target_pdf(x)
        samples[i] = x
    return samples, n_samples / proposed if n_samples else 1
