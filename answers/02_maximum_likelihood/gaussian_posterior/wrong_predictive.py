# The spread of the next observation
# loses: the posterior standard deviation; precisions add up; no data leaves the prior
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    precision = 1 / prior_std**2 + len(data) / sigma**2
    mean = (prior_mean / prior_std**2 + data.sum() / sigma**2) / precision
    return mean, np.sqrt(1 / precision + sigma**2)
