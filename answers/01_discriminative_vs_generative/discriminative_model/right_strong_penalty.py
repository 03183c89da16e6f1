# A strong penalty on scaled features
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

def discriminative_model(X_train, y_train, X_test):
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.01)).fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
