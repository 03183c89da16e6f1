# Diagonals of biased covariance matrices
import numpy as np

def fit_naive_bayes(X, y):
    classes = np.unique(y)
    cov = [np.atleast_2d(np.cov(X[y == c], rowvar=False, bias=True)) for c in classes]
    return (np.array([np.mean(y == c) for c in classes]),
            np.array([np.average(X, axis=0, weights=(y == c)) for c in classes]),
            np.array([np.diag(S) for S in cov]))
