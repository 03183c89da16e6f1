# Every pair visits all the data
# loses: a large grid over many points
from scipy.stats import norm

def log_likelihood_surface(data, mus, sigmas):
    out = np.zeros((len(sigmas), len(mus)))
    for j, sigma in enumerate(sigmas):
        for i, mu in enumerate(mus):
            out[j, i] = norm.logpdf(data, mu, sigma).sum()
    return out
