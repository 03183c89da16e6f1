# A lambda through the common denominator
gaussian_posterior = lambda data, sigma, prior_mean, prior_std: (
    (sigma**2 * prior_mean + prior_std**2 * np.sum(data)) / (sigma**2 + len(data) * prior_std**2),
    sigma * prior_std / (sigma**2 + len(data) * prior_std**2) ** 0.5,
)
