# By way of torch
import numpy as np
import torch

def bayes_posterior(prior, likelihood, likelihood_not):
    p, a, b = (torch.as_tensor(np.asarray(v, dtype=float)) for v in (prior, likelihood, likelihood_not))
    spam, ham = p * a, (1 - p) * b
    return (spam / (spam + ham)).numpy()
