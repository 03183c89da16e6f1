# P(word given not spam) as one minus P(word given spam)
# loses: the posterior of one word; divided by the evidence; the word outside spam
def bayes_posterior(prior, likelihood, likelihood_not):
    return prior * likelihood / (prior * likelihood + (1 - prior) * (1 - likelihood))
