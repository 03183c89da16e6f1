# Maximum likelihood and its standard error
# loses: the posterior mean; the posterior standard deviation; precisions add up; the sharper side is believed; no data leaves the prior; arguments are left alone
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    return np.mean(data), sigma / np.sqrt(len(data))
