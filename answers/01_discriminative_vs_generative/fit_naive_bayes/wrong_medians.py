# Medians for means
# loses: means
import numpy as np

def fit_naive_bayes(X, y):
    classes, counts = np.unique(y, return_counts=True)
    medians = np.array([np.median(X[y == c], axis=0) for c in classes])
    return counts / len(y), medians, np.array([X[y == c].var(axis=0) for c in classes])
