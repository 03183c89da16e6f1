# liblinear with an L1 penalty: refuses three classes in new versions of scikit-learn
import warnings
from sklearn.linear_model import LogisticRegression

def discriminative_model(X_train, y_train, X_test):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = LogisticRegression(penalty="l1", solver="liblinear").fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
