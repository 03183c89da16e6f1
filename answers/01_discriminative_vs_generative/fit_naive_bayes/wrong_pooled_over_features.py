# One variance a class, for all features together
# loses: variances by maximum likelihood; a variance for every class and feature
import numpy as np

def fit_naive_bayes(X, y):
    classes = np.unique(y)
    priors = np.array([np.mean(y == c) for c in classes])
    means = np.array([X[y == c].mean(axis=0) for c in classes])
    variances = np.array([np.full(X.shape[1], X[y == c].var(axis=0).mean()) for c in classes])
    return priors, means, variances
