# No data is an error
# loses: no data leaves the prior
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    if len(data) == 0:
        raise ValueError("no data")
    precision = 1 / prior_std**2 + len(data) / sigma**2
    return (prior_mean / prior_std**2 + data.sum() / sigma**2) / precision, precision**-0.5
