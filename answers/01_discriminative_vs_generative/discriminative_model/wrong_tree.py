# A decision tree grown to the end
# loses: probabilities of logistic regression; probabilities, not votes
from sklearn.tree import DecisionTreeClassifier

def discriminative_model(X_train, y_train, X_test):
    model = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
