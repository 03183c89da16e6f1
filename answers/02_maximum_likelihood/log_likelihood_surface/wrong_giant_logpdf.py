# scipy on one array of data by grid
# loses: a large grid over many points
from scipy.stats import norm

def log_likelihood_surface(data, mus, sigmas):
    return norm.logpdf(data, mus[:, None], sigmas[:, None, None]).sum(axis=-1)
