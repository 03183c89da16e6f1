# The posterior of not spam
# loses: the posterior of one word; likelihoods on their own side
def bayes_posterior(prior, likelihood, likelihood_not):
    other = (1 - prior) * likelihood_not
    return other / (other + prior * likelihood)
