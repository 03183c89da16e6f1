# Each mean beside the other's precision
# loses: the posterior mean; the sharper side is believed; no data leaves the prior
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    a, b = len(data) / sigma**2, 1 / prior_std**2
    mean = (a * prior_mean + b * (data.mean() if len(data) else 0.0)) / (a + b)
    return mean, (a + b) ** -0.5
