# The peak and the curvature of the log posterior, by a Newton step from the prior
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    def slope(mu):
        return np.sum(data - mu) / sigma**2 + (prior_mean - mu) / prior_std**2
    curvature = len(data) * sigma**-2.0 + prior_std**-2.0
    return prior_mean + slope(prior_mean) / curvature, np.array(curvature**-0.5)
