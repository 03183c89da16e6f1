# Features scaled to the unit interval, both sets by the training set's range
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import MinMaxScaler

def discriminative_model(X_train, y_train, X_test):
    scaler = MinMaxScaler().fit(X_train)
    clf = LogisticRegression(max_iter=500).fit(scaler.transform(X_train), y_train)
    proba = clf.predict_proba(scaler.transform(X_test))
    return clf.classes_[proba.argmax(axis=1)], proba
