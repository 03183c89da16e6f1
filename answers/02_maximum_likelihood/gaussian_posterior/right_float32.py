# Single precision
def gaussian_posterior(data, sigma, prior_mean, prior_std):
    weights = np.float32([len(data) / sigma**2, 1 / prior_std**2])
    average = np.float32(np.mean(data) if len(data) else 0.0)
    mean = (weights[0] * average + weights[1] * np.float32(prior_mean)) / weights.sum()
    return mean, np.float32(1) / np.sqrt(weights.sum())
