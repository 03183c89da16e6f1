# scipy's log density at the mean, and the scatter around it
from scipy.stats import norm

def log_likelihood_surface(data, mus, sigmas):
    mean, scatter = data.mean(), ((data - data.mean()) ** 2).mean()
    column = sigmas.reshape(-1, 1)
    return len(data) * (norm.logpdf(mean, mus, column) - 0.5 * scatter / column**2)
