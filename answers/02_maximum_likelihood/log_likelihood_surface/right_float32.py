# Single precision after the sums
def log_likelihood_surface(data, mus, sigmas):
    n = np.float32(len(data))
    squares = (((data - data.mean()) ** 2).sum() / n + (data.mean() - mus) ** 2).astype(np.float32)
    s = sigmas.astype(np.float32)[:, None]
    return -n * (np.log(s) + np.float32(0.9189385) + squares / (2 * s * s))
