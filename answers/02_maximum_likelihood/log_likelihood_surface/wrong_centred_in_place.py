# Centres the data where they lie
# loses: arguments are left alone
def log_likelihood_surface(data, mus, sigmas):
    n, m, s = len(data), data.mean(), sigmas[:, None]
    data -= m
    return -0.5 * n * (np.log(2 * np.pi * s**2) + ((data**2).mean() + (m - mus) ** 2) / s**2)
