# scipy fits a normal distribution by maximum likelihood
from scipy.stats import norm

def gaussian_mle(data):
    mu, sigma = norm.fit(data)
    return mu, sigma
