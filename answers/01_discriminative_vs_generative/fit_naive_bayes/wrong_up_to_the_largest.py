# As many classes as the largest label says
# loses: labels that are not counted from zero
import numpy as np

def fit_naive_bayes(X, y):
    counts = np.bincount(y - min(y.min(), 0))
    C = len(counts)
    means, variances = np.zeros((2, C, X.shape[1]))
    for c in range(C):
        if counts[c]:
            means[c], variances[c] = X[y == c].mean(axis=0), X[y == c].var(axis=0)
    return counts / len(y), means, variances
