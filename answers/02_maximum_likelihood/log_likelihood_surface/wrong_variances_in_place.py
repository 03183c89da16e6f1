# Squares the sigmas where they lie
# loses: arguments are left alone
def log_likelihood_surface(data, mus, sigmas):
    sigmas **= 2
    n, m, v, s2 = len(data), data.mean(), data.var(), sigmas[:, None]
    return -0.5 * n * (np.log(2 * np.pi * s2) + (v + (m - mus) ** 2) / s2)
