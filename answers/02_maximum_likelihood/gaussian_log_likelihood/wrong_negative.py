# The negative log-likelihood, as it is minimised
# loses: the log-likelihood of a sample; sigma is a standard deviation; the constant of the density; hundreds of observations; arguments are left alone; a sum over the data
from scipy.stats import norm

def gaussian_log_likelihood(data, mu, sigma):
    return -norm.logpdf(data, mu, sigma).sum()
