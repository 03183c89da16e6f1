# The prior, whatever the row
def naive_bayes_log_posterior(X, priors, means, variances):
    return np.tile(np.log(priors), (len(X), 1))
