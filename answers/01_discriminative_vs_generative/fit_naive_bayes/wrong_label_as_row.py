# Uses the label itself as the row to write to
# loses: labels that are not counted from zero; arguments are left alone
import numpy as np

def fit_naive_bayes(X, y):
    classes, counts = np.unique(y, return_counts=True)
    means, variances = np.empty((2, len(classes), X.shape[1]))
    for c in classes:
        means[c] = X[y == c].mean(axis=0)
        variances[c] = X[y == c].var(axis=0)
    return counts / len(y), means, variances
