# The mean of no data is not a number
# loses: no data leaves the prior
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    precision = 1 / prior_std**2 + len(data) / sigma**2
    mean = (prior_mean / prior_std**2 + len(data) * data.mean() / sigma**2) / precision
    return mean, precision**-0.5
