# The number of the column for a label
# loses: labels as they are in the training set
from sklearn.naive_bayes import GaussianNB

def generative_model(X_train, y_train, X_test):
    model = GaussianNB().fit(X_train, y_train)
    return model.predict_proba(X_test).argmax(axis=1), model.predict_proba(X_test)
