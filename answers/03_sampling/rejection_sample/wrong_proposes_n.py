# Proposes n draws once and returns what is left of them
# loses: n accepted draws
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    x = proposal_sample(n_samples, rng)
    ceiling = M * proposal_pdf(x)
    if np.any(target_pdf(x) > 1.001 * ceiling):
        raise ValueError("M is too small")
    accept = rng.random(n_samples) * ceiling < target_pdf(x)
    return x[accept], accept.mean() if n_samples else 0.0
