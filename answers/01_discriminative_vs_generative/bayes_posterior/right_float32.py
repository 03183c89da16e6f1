# Single precision
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    p, a, b = (np.asarray(v, dtype=np.float32) for v in (prior, likelihood, likelihood_not))
    evidence = a * p + b * (np.float32(1) - p)
    return a * p / evidence
