# Guards against no evidence with an if that arrays do not pass
# loses: arrays that broadcast; integer arrays; arguments are left alone
def bayes_posterior(prior, likelihood, likelihood_not):
    evidence = prior * likelihood + (1 - prior) * likelihood_not
    if evidence == 0:
        return 0.0
    return prior * likelihood / evidence
