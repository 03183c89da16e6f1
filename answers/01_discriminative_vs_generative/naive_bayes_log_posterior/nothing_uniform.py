# Every class equally likely
def naive_bayes_log_posterior(X, priors, means, variances):
    return np.full((len(X), len(priors)), -np.log(len(priors)))
