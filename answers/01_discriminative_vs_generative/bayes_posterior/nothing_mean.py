# The mean of the three numbers
def bayes_posterior(prior, likelihood, likelihood_not):
    return (np.asarray(prior) + likelihood + likelihood_not) / 3
