# A straight line through the labels, clipped
# loses: probabilities of logistic regression
import numpy as np
from sklearn.linear_model import LinearRegression

def discriminative_model(X_train, y_train, X_test):
    classes, place = np.unique(y_train, return_inverse=True)
    line = LinearRegression().fit(X_train, np.eye(len(classes))[place])
    proba = np.clip(line.predict(X_test), 0.01, 0.99)
    proba /= proba.sum(axis=1, keepdims=True)
    return classes[proba.argmax(axis=1)], proba
