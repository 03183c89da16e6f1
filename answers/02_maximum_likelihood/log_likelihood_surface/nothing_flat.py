# A flat surface, quickly
def log_likelihood_surface(data, mus, sigmas):
    return np.zeros((len(sigmas), len(mus)))
