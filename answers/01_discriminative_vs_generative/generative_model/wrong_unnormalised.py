# Joint densities, not divided by the evidence
# loses: labels of the likelier class; probabilities of naive Bayes; class frequencies count; maximum-likelihood variances; rows far from every class; three classes
import numpy as np
from sklearn.naive_bayes import GaussianNB

def generative_model(X_train, y_train, X_test):
    model = GaussianNB().fit(X_train, y_train)
    return model.predict(X_test), np.exp(model.predict_joint_log_proba(X_test))
