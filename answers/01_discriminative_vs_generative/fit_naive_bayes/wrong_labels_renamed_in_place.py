# Renames the labels where they lie
# loses: arguments are left alone
import numpy as np

def fit_naive_bayes(X, y):
    classes = np.unique(y)
    y[:] = np.searchsorted(classes, y)
    groups = [X[y == k] for k in range(len(classes))]
    priors = np.bincount(y) / len(y)
    return priors, np.array([g.mean(0) for g in groups]), np.array([g.var(0) for g in groups])
