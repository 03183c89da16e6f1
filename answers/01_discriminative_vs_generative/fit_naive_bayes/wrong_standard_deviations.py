# Standard deviations in place of variances
# loses: variances by maximum likelihood; a variance for every class and feature
import numpy as np

def fit_naive_bayes(X, y):
    classes, counts = np.unique(y, return_counts=True)
    means = np.array([X[y == c].mean(axis=0) for c in classes])
    return counts / len(y), means, np.array([X[y == c].std(axis=0) for c in classes])
