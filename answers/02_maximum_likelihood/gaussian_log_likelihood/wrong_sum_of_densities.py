# The logarithm of the sum of the densities
# loses: the log-likelihood of a sample; a sum over the data; hundreds of observations
from scipy.stats import norm

def gaussian_log_likelihood(data, mu, sigma):
    return np.log(norm.pdf(data, mu, sigma).sum())
