# Means and variances as (d, C)
# loses: means; variances by maximum likelihood; a variance for every class and feature; labels that are not counted from zero; classes in sorted order; one feature, one class, several classes
import numpy as np

def fit_naive_bayes(X, y):
    classes, counts = np.unique(y, return_counts=True)
    means = np.column_stack([X[y == c].mean(axis=0) for c in classes])
    variances = np.column_stack([X[y == c].var(axis=0) for c in classes])
    return counts / len(y), means, variances
