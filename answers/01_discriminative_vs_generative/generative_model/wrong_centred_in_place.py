# Centres both sets in place
# loses: arguments are left alone
from sklearn.naive_bayes import GaussianNB

def generative_model(X_train, y_train, X_test):
    X_test -= X_train.mean(axis=0)
    X_train -= X_train.mean(axis=0)
    model = GaussianNB().fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
