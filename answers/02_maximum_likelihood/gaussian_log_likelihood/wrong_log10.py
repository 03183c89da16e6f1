# The logarithm to base ten
# loses: the log-likelihood of a sample; sigma is a standard deviation; the constant of the density
from scipy.stats import norm

def gaussian_log_likelihood(data, mu, sigma):
    return norm.logpdf(data, mu, sigma).sum() / np.log(10)
