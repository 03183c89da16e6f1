# Written for two classes
# loses: priors; means; variances by maximum likelihood; a variance for every class and feature; labels that are not counted from zero; classes in sorted order; one feature, one class, several classes; arguments are left alone
import numpy as np

def fit_naive_bayes(X, y):
    low, high = np.unique(y)
    A, B = X[y == low], X[y == high]
    priors = np.array([len(A), len(B)]) / len(X)
    return priors, np.array([A.mean(0), B.mean(0)]), np.array([A.var(0), B.var(0)])
