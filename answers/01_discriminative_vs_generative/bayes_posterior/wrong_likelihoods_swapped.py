# The likelihoods in each other's place
# loses: the posterior of one word; likelihoods on their own side
def bayes_posterior(prior, likelihood, likelihood_not):
    spam = prior * likelihood_not
    ham = (1 - prior) * likelihood
    return spam / (spam + ham)
