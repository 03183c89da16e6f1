# Running sums with numpy.add.at
import numpy as np

def fit_naive_bayes(X, y):
    classes, place, counts = np.unique(y, return_inverse=True, return_counts=True)
    total, squares = np.zeros((2, len(classes), X.shape[1]))
    np.add.at(total, place, X)
    mu = total / counts[:, None]
    np.add.at(squares, place, (X - mu[place]) ** 2)
    return counts / counts.sum(), mu, squares / counts[:, None]
