# numpy.vectorize over the grid
def log_likelihood_surface(data, mus, sigmas):
    n, mean, scatter = data.size, data.mean(), data.var() * data.size

    @np.vectorize
    def at(mu, sigma):
        return (-n * np.log(sigma) - 0.5 * n * np.log(2 * np.pi)
                - (scatter + n * (mean - mu) ** 2) / (2 * sigma**2))

    return at(mus[None, :], sigmas[:, None])
