# The less probable label
# loses: labels of the likelier class; labels as they are in the training set; three classes
import numpy as np
from sklearn.linear_model import LogisticRegression

def discriminative_model(X_train, y_train, X_test):
    model = LogisticRegression().fit(X_train, y_train)
    proba = model.predict_proba(X_test)
    return np.full(len(X_test), y_train.max()), proba
