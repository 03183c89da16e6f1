# Linear discriminant analysis: linear too, but generative
# loses: probabilities of logistic regression
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

def discriminative_model(X_train, y_train, X_test):
    model = LinearDiscriminantAnalysis().fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)
