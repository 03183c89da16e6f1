# Classes in the order in which they first appear
# loses: classes in sorted order
import numpy as np

def fit_naive_bayes(X, y):
    classes = list(dict.fromkeys(y.tolist()))
    priors = np.array([np.mean(y == c) for c in classes])
    means = np.array([X[y == c].mean(axis=0) for c in classes])
    variances = np.array([X[y == c].var(axis=0) for c in classes])
    return priors, means, variances
