# Asks again for what is missing
class TooSmall(ValueError):
    pass

def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    def propose(size):
        x = proposal_sample(size=size, rng=rng)
        gap = M * proposal_pdf(x) - target_pdf(x)
        if gap.size and gap.min() < -1e-3 * target_pdf(x[gap.argmin()]):
            raise TooSmall("p > M q")
        return x[rng.random(size) < target_pdf(x) / (M * proposal_pdf(x))]

    out, proposed = propose(n_samples), n_samples
    while len(out) < n_samples:
        missing = n_samples - len(out)
        out = np.r_[out, propose(missing)]
        proposed += missing
    return [out, len(out) / proposed if proposed else 0]
