# The likelihood, taken for the posterior
# loses: the posterior of one word; divided by the evidence; the word outside spam; likelihoods on their own side; arrays that broadcast; integer arrays; arguments are left alone
def bayes_posterior(prior, likelihood, likelihood_not):
    return likelihood + 0 * prior + 0 * likelihood_not
