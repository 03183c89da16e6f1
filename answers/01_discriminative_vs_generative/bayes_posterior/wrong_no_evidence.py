# Prior times likelihood, not divided by anything
# loses: the posterior of one word; divided by the evidence; the word outside spam
def bayes_posterior(prior, likelihood, likelihood_not):
    return prior * likelihood
