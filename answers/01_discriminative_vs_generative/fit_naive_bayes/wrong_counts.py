# Counts instead of shares
# loses: priors
import numpy as np

def fit_naive_bayes(X, y):
    classes, counts = np.unique(y, return_counts=True)
    means = np.array([X[y == c].mean(axis=0) for c in classes])
    variances = np.array([X[y == c].var(axis=0) for c in classes])
    return counts, means, variances
