# One pooled variance for all classes
# loses: probabilities of naive Bayes; class frequencies count; maximum-likelihood variances; rows far from every class
import numpy as np
from scipy.special import logsumexp

def generative_model(X_train, y_train, X_test):
    classes = np.unique(y_train)
    groups = [X_train[y_train == c] for c in classes]
    priors = np.array([len(g) / len(X_train) for g in groups])
    means = np.array([g.mean(axis=0) for g in groups])
    variances = sum(len(g) * g.var(axis=0) for g in groups) / len(X_train) * np.ones_like(means)
    squares = (X_test[:, None] - means) ** 2 / variances
    joint = np.log(priors) - 0.5 * (np.log(variances) + squares).sum(axis=2)
    joint -= logsumexp(joint, axis=1, keepdims=True)
    return classes[joint.argmax(axis=1)], np.exp(joint)
