# The product in extended precision lasts longer, but not long enough
# loses: hundreds of observations
def gaussian_log_likelihood(data, mu, sigma):
    x = np.asarray(data, dtype=np.longdouble)
    density = np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))
    return float(np.log(np.prod(density)))
