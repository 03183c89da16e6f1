# Subtracts the means from the rows themselves
# loses: arguments are left alone
import numpy as np

def fit_naive_bayes(X, y):
    classes, place, counts = np.unique(y, return_inverse=True, return_counts=True)
    means = np.array([X[y == c].mean(axis=0) for c in classes])
    X -= means[place]
    return counts / len(y), means, np.array([(X[y == c] ** 2).mean(axis=0) for c in classes])
