# All classes equally probable
# loses: class frequencies count
from sklearn.naive_bayes import GaussianNB

def generative_model(X_train, y_train, X_test):
    model = GaussianNB(priors=[1 / len(set(y_train))] * len(set(y_train))).fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
