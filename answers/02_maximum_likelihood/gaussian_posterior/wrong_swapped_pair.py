# The standard deviation first
# loses: the posterior mean; the posterior standard deviation; precisions add up; the sharper side is believed; no data leaves the prior; arguments are left alone
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    precision = 1 / prior_std**2 + len(data) / sigma**2
    mean = (prior_mean / prior_std**2 + data.sum() / sigma**2) / precision
    return precision**-0.5, mean
