# A decision tree of three levels
# loses: probabilities of logistic regression
from sklearn.tree import DecisionTreeClassifier

def discriminative_model(X_train, y_train, X_test):
    model = DecisionTreeClassifier(max_depth=3, random_state=0).fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
