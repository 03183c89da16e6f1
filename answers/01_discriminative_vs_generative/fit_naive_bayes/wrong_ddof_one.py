# Variances divided by one less than the number of rows
# loses: variances by maximum likelihood
import numpy as np

def fit_naive_bayes(X, y):
    classes = np.unique(y)
    priors = np.array([np.mean(y == c) for c in classes])
    means = np.array([X[y == c].mean(axis=0) for c in classes])
    variances = np.array([X[y == c].var(axis=0, ddof=1) for c in classes])
    return priors, means, variances
