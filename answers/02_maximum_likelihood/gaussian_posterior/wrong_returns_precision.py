# The posterior precision
# loses: the posterior standard deviation
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    precision = 1 / prior_std**2 + len(data) / sigma**2
    return (prior_mean / prior_std**2 + data.sum() / sigma**2) / precision, precision
