# Squeezes axes of length one away
# loses: one feature, one class, several classes
import numpy as np

def fit_naive_bayes(X, y):
    classes = np.unique(y)
    priors = np.array([np.mean(y == c) for c in classes])
    means = np.array([X[y == c].mean(axis=0) for c in classes]).squeeze()
    variances = np.array([X[y == c].var(axis=0) for c in classes]).squeeze()
    return priors, means, variances
