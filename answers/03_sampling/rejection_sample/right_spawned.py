# One generator for proposals, another for the coins
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    first, second = rng.spawn(2)
    found, proposed, accepted = [], 0, 0
    while accepted < n_samples:
        x = proposal_sample(2 * n_samples, first)
        u = second.random(x.shape)
        ok = u < target_pdf(x) / M / proposal_pdf(x)
        if np.max(target_pdf(x) / proposal_pdf(x)) > M:
            raise ValueError("M must be at least the largest p/q")
        found.extend(x[ok])
        accepted += np.count_nonzero(ok)
        proposed += ok.size
    with np.errstate(invalid="ignore"):
        return np.array(found)[:n_samples], np.float64(accepted) / proposed
