# A small number against the division by zero
# loses: divided by the evidence
def bayes_posterior(prior, likelihood, likelihood_not):
    spam = prior * likelihood
    return spam / (spam + (1 - prior) * likelihood_not + 1e-12)
