# The prior of spam on both sides of the evidence cancels
# loses: the posterior of one word
def bayes_posterior(prior, likelihood, likelihood_not):
    return prior * likelihood / (prior * likelihood + prior * likelihood_not)
