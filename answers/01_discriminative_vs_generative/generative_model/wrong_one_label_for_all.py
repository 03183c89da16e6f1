# Every row gets the most frequent label
# loses: labels of the likelier class; labels as they are in the training set; three classes
import numpy as np
from sklearn.naive_bayes import GaussianNB

def generative_model(X_train, y_train, X_test):
    model = GaussianNB().fit(X_train, y_train)
    return np.full(len(X_test), np.bincount(y_train).argmax()), model.predict_proba(X_test)
