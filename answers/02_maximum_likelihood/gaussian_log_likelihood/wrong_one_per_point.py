# Forgets to add up
# loses: the log-likelihood of a sample; a sum over the data; sigma is a standard deviation; the constant of the density; hundreds of observations; arguments are left alone
from scipy.stats import norm

def gaussian_log_likelihood(data, mu, sigma):
    return norm.logpdf(data, mu, sigma)
