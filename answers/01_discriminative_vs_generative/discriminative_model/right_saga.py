# The elastic net by stochastic averages
from sklearn.linear_model import LogisticRegression

def discriminative_model(X_train, y_train, X_test):
    model = LogisticRegression(l1_ratio=0.5, solver="saga", C=0.1, random_state=0)
    model.fit(X_train, y_train)
    return [model.predict(X_test), model.predict_proba(X_test)]
