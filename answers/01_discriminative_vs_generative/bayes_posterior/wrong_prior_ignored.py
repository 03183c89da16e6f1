# As if spam and not spam were equally common
# loses: the posterior of one word
def bayes_posterior(prior, likelihood, likelihood_not):
    return likelihood / (likelihood + likelihood_not)
