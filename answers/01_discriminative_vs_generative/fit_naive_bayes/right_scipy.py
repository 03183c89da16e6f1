# scipy's norm.fit, feature by feature
import numpy as np
from scipy.stats import norm

def fit_naive_bayes(X, y):
    labels, counts = np.unique(y, return_counts=True)
    fits = np.array([[norm.fit(column) for column in X[y == c].T] for c in labels])
    return counts / len(y), fits[:, :, 0], fits[:, :, 1] ** 2
