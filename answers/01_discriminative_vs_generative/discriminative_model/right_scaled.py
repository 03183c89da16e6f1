# A pipeline that scales first
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

def discriminative_model(X_train, y_train, X_test):
    pipe = make_pipeline(StandardScaler(), LogisticRegression(C=0.5)).fit(X_train, y_train)
    return pipe.predict(X_test), pipe.predict_proba(X_test)
