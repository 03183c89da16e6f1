# Nothing is squared
# loses: the posterior mean; the posterior standard deviation; precisions add up
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    precision = 1 / prior_std + len(data) / sigma
    return (prior_mean / prior_std + data.sum() / sigma) / precision, 1 / precision
