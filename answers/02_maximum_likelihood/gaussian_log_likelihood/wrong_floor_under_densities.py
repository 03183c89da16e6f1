# Densities are kept above the smallest float
# loses: hundreds of observations
from scipy.stats import norm

def gaussian_log_likelihood(data, mu, sigma):
    return np.log(np.clip(norm.pdf(data, mu, sigma), np.finfo(float).tiny, None)).sum()
