# Sorts the labels in place, and so tears them off their rows
# loses: arguments are left alone
import numpy as np

def fit_naive_bayes(X, y):
    order = np.argsort(y, kind="stable")
    X[:] = X[order]
    y.sort()
    classes, counts = np.unique(y, return_counts=True)
    means = np.array([X[y == c].mean(axis=0) for c in classes])
    return counts / len(y), means, np.array([X[y == c].var(axis=0) for c in classes])
