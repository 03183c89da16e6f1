# torch, unbiased=False
import numpy as np
import torch

def fit_naive_bayes(X, y):
    X, y = torch.from_numpy(X), torch.from_numpy(y)
    classes = torch.unique(y)
    priors = torch.stack([(y == c).double().mean() for c in classes])
    means = torch.stack([X[y == c].mean(0) for c in classes])
    variances = torch.stack([X[y == c].var(0, unbiased=False) for c in classes])
    return priors.numpy(), means.numpy(), variances.numpy()
