# Logarithms of the probabilities
# loses: probabilities of logistic regression; probabilities, not votes; three classes
from sklearn.linear_model import LogisticRegression

def discriminative_model(X_train, y_train, X_test):
    model = LogisticRegression().fit(X_train, y_train)
    return model.predict(X_test), model.predict_log_proba(X_test)
