# The data count as one observation
# loses: the posterior mean; the posterior standard deviation; precisions add up; no data leaves the prior
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    precision = 1 / prior_std**2 + 1 / sigma**2
    return (prior_mean / prior_std**2 + data.mean() / sigma**2) / precision, precision**-0.5
