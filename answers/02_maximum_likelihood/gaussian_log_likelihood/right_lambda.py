# A lambda with a dot product
gaussian_log_likelihood = lambda data, mu, sigma: (
    -0.5 * (data - mu) @ (data - mu) / sigma**2 - data.size * np.log(sigma * np.sqrt(2 * np.pi)))
