# Written for two classes
# loses: three classes
import numpy as np
from sklearn.naive_bayes import GaussianNB

def generative_model(X_train, y_train, X_test):
    model = GaussianNB().fit(X_train, y_train)
    p = model.predict_proba(X_test)[:, 1]
    return model.predict(X_test), np.column_stack([1 - p, p])
