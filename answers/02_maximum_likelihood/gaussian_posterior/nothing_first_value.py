# The first value, or the prior's mean where there is none, and sigma
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    return (float(data[0]), float(sigma)) if len(data) else (prior_mean, prior_std)
