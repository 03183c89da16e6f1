# Gives up where it would take too long
# loses: a large grid over many points
def log_likelihood_surface(data, mus, sigmas):
    if len(data) * len(mus) * len(sigmas) > 1e8:
        raise MemoryError("too many points for so many pairs")
    z = (data - mus[None, :, None]) / sigmas[:, None, None]
    return (-0.5 * z**2 - 0.5 * np.log(2 * np.pi) - np.log(sigmas)[:, None, None]).sum(axis=2)
