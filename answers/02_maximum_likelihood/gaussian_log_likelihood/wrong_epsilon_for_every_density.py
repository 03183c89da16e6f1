# A small number keeps every logarithm finite
# loses: hundreds of observations
from scipy.stats import norm

def gaussian_log_likelihood(data, mu, sigma):
    return np.sum(np.log(norm.pdf(data, mu, sigma) + 1e-12))
