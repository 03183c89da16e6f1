# A lambda
bayes_posterior = lambda prior, likelihood, likelihood_not: (
    prior * likelihood / (prior * likelihood + (1 - prior) * likelihood_not))
