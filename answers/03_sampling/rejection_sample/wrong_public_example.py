# Beta draws, the example of the text, whatever the target
# loses: n accepted draws; draws of the target; a proposal that is not flat; the acceptance rate; no draws wanted; an M that is too small; randomness from rng
def rejection_sample(target_pdf, proposal_sample, proposal_pdf, M, n_samples, rng):
    return rng.beta(2, 5, size=n_samples), 0.4069
