# Densities are kept above the smallest float
# loses: rows far from every class
import numpy as np
from scipy.stats import norm

def generative_model(X_train, y_train, X_test):
    classes = np.unique(y_train)
    columns = []
    for c in classes:
        rows = X_train[y_train == c]
        density = norm.pdf(X_test, rows.mean(axis=0), rows.std(axis=0))
        logs = np.log(np.maximum(density, np.finfo(float).tiny))
        columns.append(np.log(len(rows) / len(X_train)) + logs.sum(axis=1))
    joint = np.column_stack(columns)
    proba = np.exp(joint - np.logaddexp.reduce(joint, axis=1, keepdims=True))
    return classes[joint.argmax(axis=1)], proba
