# One array of data by grid
# loses: a large grid over many points
def log_likelihood_surface(data, mus, sigmas):
    z = (data - mus[None, :, None]) / sigmas[:, None, None]
    return (-0.5 * z**2 - 0.5 * np.log(2 * np.pi) - np.log(sigmas)[:, None, None]).sum(axis=2)
