# All classes equally probable
# loses: priors
import numpy as np

def fit_naive_bayes(X, y):
    classes = np.unique(y)
    means = np.array([X[y == c].mean(axis=0) for c in classes])
    variances = np.array([X[y == c].var(axis=0) for c in classes])
    return np.full(len(classes), 1 / len(classes)), means, variances
