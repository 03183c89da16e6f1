# scipy's log density
from scipy.stats import norm

def gaussian_log_likelihood(data, mu, sigma):
    return norm.logpdf(data, loc=mu, scale=sigma).sum()
