# One pooled variance for all classes
# loses: variances by maximum likelihood; a variance for every class and feature
import numpy as np

def fit_naive_bayes(X, y):
    classes, place = np.unique(y, return_inverse=True)
    priors = np.bincount(place) / len(y)
    means = np.array([X[y == c].mean(axis=0) for c in classes])
    pooled = ((X - means[place]) ** 2).mean(axis=0)
    return priors, means, np.tile(pooled, (len(classes), 1))
