# Weighted by variances: the vaguer side counts more
# loses: the posterior mean; the sharper side is believed
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    if len(data) == 0:
        return prior_mean, prior_std
    a, b = sigma**2 / len(data), prior_std**2
    return (a * data.mean() + b * prior_mean) / (a + b), (1 / a + 1 / b) ** -0.5
