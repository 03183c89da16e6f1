# The penalty chosen by cross-validation
import warnings
from sklearn.linear_model import LogisticRegressionCV

def discriminative_model(X_train, y_train, X_test):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = LogisticRegressionCV(Cs=5, cv=3, scoring="neg_log_loss").fit(X_train, y_train)
        return model.predict(X_test), model.predict_proba(X_test)
