# The word tells nothing
def bayes_posterior(prior, likelihood, likelihood_not):
    return prior + 0.0 * np.multiply(likelihood, likelihood_not)
