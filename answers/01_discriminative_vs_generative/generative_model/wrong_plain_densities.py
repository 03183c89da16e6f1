# Densities are multiplied and divided as they are
# loses: rows far from every class
import numpy as np
from scipy.stats import norm

def generative_model(X_train, y_train, X_test):
    classes = np.unique(y_train)
    columns = []
    for c in classes:
        rows = X_train[y_train == c]
        densities = norm.pdf(X_test, rows.mean(axis=0), rows.std(axis=0))
        columns.append(len(rows) / len(X_train) * densities.prod(axis=1))
    joint = np.column_stack(columns)
    proba = joint / joint.sum(axis=1, keepdims=True)
    return classes[proba.argmax(axis=1)], proba
