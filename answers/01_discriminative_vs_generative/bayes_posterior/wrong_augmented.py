# Augmented assignments that write into the arguments
# loses: arrays that broadcast; integer arrays; arguments are left alone
def bayes_posterior(prior, likelihood, likelihood_not):
    likelihood *= prior
    likelihood_not *= 1 - prior
    return likelihood / (likelihood + likelihood_not)
