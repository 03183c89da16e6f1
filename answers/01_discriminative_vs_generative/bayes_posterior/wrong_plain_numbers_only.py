# Turns everything into plain floats
# loses: arrays that broadcast; integer arrays; arguments are left alone
def bayes_posterior(prior, likelihood, likelihood_not):
    prior, likelihood, likelihood_not = float(prior), float(likelihood), float(likelihood_not)
    spam = prior * likelihood
    return spam / (spam + (1 - prior) * likelihood_not)
