# The odds instead of the probability
# loses: the posterior of one word; divided by the evidence
def bayes_posterior(prior, likelihood, likelihood_not):
    return prior * likelihood / ((1 - prior) * likelihood_not)
