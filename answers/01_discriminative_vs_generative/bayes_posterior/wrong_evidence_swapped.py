# The right product over an evidence with the likelihoods swapped
# loses: the posterior of one word; divided by the evidence
def bayes_posterior(prior, likelihood, likelihood_not):
    return prior * likelihood / (prior * likelihood_not + (1 - prior) * likelihood)
