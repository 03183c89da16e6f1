# Variances add up where precisions should
# loses: the posterior standard deviation; precisions add up
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    if len(data) == 0:
        return prior_mean, prior_std
    precision = 1 / prior_std**2 + len(data) / sigma**2
    mean = (prior_mean / prior_std**2 + data.sum() / sigma**2) / precision
    return mean, np.sqrt(prior_std**2 + sigma**2 / len(data))
