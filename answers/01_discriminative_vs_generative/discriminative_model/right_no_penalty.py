# Without a penalty
import numpy as np
from sklearn.linear_model import LogisticRegression

def discriminative_model(X_train, y_train, X_test):
    model = LogisticRegression(C=np.inf, solver="newton-cg", max_iter=1000).fit(X_train, y_train)
    return model.predict(X_test).tolist(), model.predict_proba(X_test).tolist()
