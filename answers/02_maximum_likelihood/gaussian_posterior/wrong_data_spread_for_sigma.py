# Estimates sigma from the data although it is known
# loses: the posterior mean; the posterior standard deviation; precisions add up; no data leaves the prior
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    precision = 1 / prior_std**2 + len(data) / data.var()
    return (prior_mean / prior_std**2 + data.sum() / data.var()) / precision, precision**-0.5
