# The data's sum and sum of squares, on a meshgrid
def log_likelihood_surface(data, mus, sigmas):
    n, s, q = len(data), data.sum(), (data**2).sum()
    M, S = np.meshgrid(mus, sigmas)
    return -0.5 * n * np.log(2 * np.pi * S**2) - (q - 2 * M * s + n * M**2) / (2 * S**2)
