# Probabilities first, labels second
# loses: labels of the likelier class; probabilities of logistic regression; probabilities, not votes; columns in the order of the sorted classes; labels as they are in the training set; three classes; fitted to the training set alone; arguments are left alone
from sklearn.linear_model import LogisticRegression

def discriminative_model(X_train, y_train, X_test):
    model = LogisticRegression().fit(X_train, y_train)
    return model.predict_proba(X_test), model.predict(X_test)
