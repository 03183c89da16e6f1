# The test rows are scaled by their own mean and spread
# loses: fitted to the training set alone
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

def discriminative_model(X_train, y_train, X_test):
    model = LogisticRegression().fit(StandardScaler().fit_transform(X_train), y_train)
    X_test = StandardScaler().fit_transform(X_test)
    return model.predict(X_test), model.predict_proba(X_test)
