# scikit-learn's naive Bayes with the parameters put in
import numpy as np
from sklearn.naive_bayes import GaussianNB

def naive_bayes_log_posterior(X, priors, means, variances):
    model = GaussianNB()
    model.classes_ = np.arange(len(priors))
    model.class_prior_, model.theta_, model.var_ = priors, means, variances
    model.n_features_in_ = X.shape[1]
    return model.predict_log_proba(X)
