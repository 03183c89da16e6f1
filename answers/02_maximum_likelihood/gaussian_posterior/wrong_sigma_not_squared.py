# sigma stands for its own square
# loses: the posterior mean; the posterior standard deviation; precisions add up
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    precision = 1 / prior_std**2 + len(data) / sigma
    return (prior_mean / prior_std**2 + data.sum() / sigma) / precision, precision**-0.5
