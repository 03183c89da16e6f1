# One classifier a class
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

def discriminative_model(X_train, y_train, X_test):
    model = OneVsRestClassifier(LogisticRegression(solver="liblinear")).fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
