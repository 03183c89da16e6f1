# Takes the prior's deviation for a variance
# loses: the posterior mean; the posterior standard deviation; precisions add up
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    if len(data) == 0:
        return prior_mean, prior_std
    precision = 1 / prior_std + len(data) / sigma**2
    return (prior_mean / prior_std + data.sum() / sigma**2) / precision, precision**-0.5
