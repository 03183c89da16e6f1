# A weight between the data's mean and the prior's
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    n = len(data)
    if n == 0:
        return prior_mean, prior_std
    weight = n * prior_std**2 / (n * prior_std**2 + sigma**2)
    return weight * np.mean(data) + (1 - weight) * prior_mean, sigma * np.sqrt(weight / n)
