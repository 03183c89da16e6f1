# One over one plus the ratio of the joint probabilities
def bayes_posterior(prior, likelihood, likelihood_not):
    return 1 / (1 + (1 - prior) * likelihood_not / (prior * likelihood))
