# The prior, whatever the data
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    return prior_mean, prior_std
