# Naive Bayes, the other exercise
# loses: probabilities of logistic regression
from sklearn.naive_bayes import GaussianNB

def discriminative_model(X_train, y_train, X_test):
    model = GaussianNB().fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
