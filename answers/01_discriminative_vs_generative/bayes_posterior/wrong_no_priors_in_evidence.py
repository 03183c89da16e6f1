# The evidence as the plain sum of the likelihoods
# loses: the posterior of one word; divided by the evidence
def bayes_posterior(prior, likelihood, likelihood_not):
    return prior * likelihood / (likelihood + likelihood_not)
