# Mean and variance of the data say it all
def gaussian_log_likelihood(data, mu, sigma):
    n, m, s2 = len(data), np.mean(data), np.var(data)
    return float(-0.5 * n * (np.log(2 * np.pi * sigma**2) + (s2 + (m - mu) ** 2) / sigma**2))
