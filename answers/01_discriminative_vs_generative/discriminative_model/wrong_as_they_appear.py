# Columns in the order in which labels first appear
# loses: columns in the order of the sorted classes
from sklearn.linear_model import LogisticRegression

def discriminative_model(X_train, y_train, X_test):
    model = LogisticRegression().fit(X_train, y_train)
    order = [list(model.classes_).index(c) for c in dict.fromkeys(y_train.tolist())]
    return model.predict(X_test), model.predict_proba(X_test)[:, order]
