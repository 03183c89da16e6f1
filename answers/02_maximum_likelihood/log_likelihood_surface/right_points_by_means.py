# One array of points by means, 240 megabytes of it
def log_likelihood_surface(data, mus, sigmas):
    squares = ((data[:, None] - mus) ** 2).sum(axis=0)
    s = sigmas[:, None]
    return -squares / (2 * s**2) - len(data) * np.log(np.sqrt(2 * np.pi) * s)
