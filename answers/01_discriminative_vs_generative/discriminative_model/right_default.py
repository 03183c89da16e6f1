# scikit-learn with its defaults
from sklearn.linear_model import LogisticRegression

def discriminative_model(X_train, y_train, X_test):
    model = LogisticRegression()
    model.fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
