# Half prior, half data
# loses: the posterior mean; the sharper side is believed
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    precision = 1 / prior_std**2 + len(data) / sigma**2
    mean = 0.5 * (prior_mean + data.mean()) if len(data) else prior_mean
    return mean, precision**-0.5
