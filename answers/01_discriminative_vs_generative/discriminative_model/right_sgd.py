# Stochastic gradient descent, averaged
from sklearn.linear_model import SGDClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

def discriminative_model(X_train, y_train, X_test):
    sgd = SGDClassifier(loss="log_loss", average=True, random_state=0)
    model = make_pipeline(StandardScaler(), sgd).fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
