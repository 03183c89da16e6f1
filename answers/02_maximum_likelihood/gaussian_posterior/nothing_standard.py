# The standard normal
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    return 0.0, 1.0
