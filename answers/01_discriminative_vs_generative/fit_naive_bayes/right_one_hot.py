# Sums by a matrix product with one-hot labels
import numpy as np

def fit_naive_bayes(X, y):
    Y = (y[:, None] == np.unique(y)).astype(float)
    counts = Y.sum(axis=0)
    means = Y.T @ X / counts[:, None]
    variances = Y.T @ X**2 / counts[:, None] - means**2
    return counts / len(y), means, variances
