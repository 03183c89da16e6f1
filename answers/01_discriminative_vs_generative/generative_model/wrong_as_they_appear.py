# Classes in the order in which they first appear
# loses: columns in the order of the sorted classes
import numpy as np
from scipy.special import softmax

def generative_model(X_train, y_train, X_test):
    joint, classes = [], list(dict.fromkeys(y_train.tolist()))
    for c in classes:
        rows = X_train[y_train == c]
        mu, var = rows.mean(axis=0), rows.var(axis=0)
        log_density = -0.5 * (np.log(var) + (X_test - mu) ** 2 / var).sum(axis=1)
        joint.append(np.log(len(rows)) + log_density)
    proba = softmax(np.column_stack(joint), axis=1)
    return np.array(classes)[proba.argmax(axis=1)], proba
