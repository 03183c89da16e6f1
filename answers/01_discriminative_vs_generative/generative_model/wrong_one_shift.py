# One number is subtracted from the logarithms of all rows
# loses: rows far from every class
import numpy as np
from scipy.stats import norm

def generative_model(X_train, y_train, X_test):
    classes = np.unique(y_train)
    groups = [X_train[y_train == c] for c in classes]
    joint = np.column_stack([
        np.log(len(g) / len(X_train)) + norm.logpdf(X_test, g.mean(axis=0), g.std(axis=0)).sum(axis=1)
        for g in groups
    ])
    density = np.exp(joint - joint.max())
    return classes[joint.argmax(axis=1)], density / density.sum(axis=1, keepdims=True)
