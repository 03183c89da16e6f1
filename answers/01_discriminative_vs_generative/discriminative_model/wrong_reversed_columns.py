# The columns from the largest label to the smallest
# loses: columns in the order of the sorted classes
from sklearn.linear_model import LogisticRegression

def discriminative_model(X_train, y_train, X_test):
    model = LogisticRegression().fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)[:, ::-1]
