# Log odds add up; back by the logistic function
import numpy as np
from scipy.special import expit, logit

def bayes_posterior(prior, likelihood, likelihood_not):
    return expit(logit(prior) + np.log(likelihood) - np.log(likelihood_not))
