# No data, no opinion
# loses: no data leaves the prior
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    if len(data) == 0:
        return 0.0, 1.0
    precision = 1 / prior_std**2 + len(data) / sigma**2
    return (prior_mean / prior_std**2 + data.sum() / sigma**2) / precision, precision**-0.5
