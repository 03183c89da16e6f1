# Logistic regression on squares and products too
# loses: probabilities of logistic regression
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

def discriminative_model(X_train, y_train, X_test):
    model = make_pipeline(PolynomialFeatures(3), StandardScaler(), LogisticRegression(max_iter=1000)).fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
