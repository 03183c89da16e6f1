# Renames the training labels where they lie
# loses: arguments are left alone
import numpy as np
from sklearn.linear_model import LogisticRegression

def discriminative_model(X_train, y_train, X_test):
    classes = np.unique(y_train)
    y_train[:] = np.searchsorted(classes, y_train)
    model = LogisticRegression().fit(X_train, y_train)
    return classes[model.predict(X_test)], model.predict_proba(X_test)
