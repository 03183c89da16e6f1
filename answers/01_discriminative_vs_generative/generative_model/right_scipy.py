# scipy's normal densities and a softmax
import numpy as np
from scipy.special import softmax
from scipy.stats import norm

def generative_model(X_train, y_train, X_test):
    labels, counts = np.unique(y_train, return_counts=True)
    parts = [X_train[y_train == c] for c in labels]
    joint = [np.log(n) + norm(part.mean(0), part.std(0)).logpdf(X_test).sum(1)
             for n, part in zip(counts, parts)]
    proba = softmax(np.array(joint), axis=0).T
    return np.take(labels, proba.argmax(1)), proba
