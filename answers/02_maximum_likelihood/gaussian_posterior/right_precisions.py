# Precisions add up
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    tau0, tau = 1 / prior_std**2, len(data) / sigma**2
    mean = (tau0 * prior_mean + data.sum() / sigma**2) / (tau0 + tau)
    return mean, 1 / np.sqrt(tau0 + tau)
