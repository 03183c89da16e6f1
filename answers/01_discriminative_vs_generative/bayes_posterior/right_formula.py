# The formula in one line
def bayes_posterior(prior, likelihood, likelihood_not):
    return likelihood * prior / (likelihood * prior + likelihood_not * (1 - prior))
