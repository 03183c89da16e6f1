# Prior odds times the likelihood ratio
def bayes_posterior(prior, likelihood, likelihood_not):
    odds = prior / (1 - prior) * likelihood / likelihood_not
    return odds / (1 + odds)
