# Zeros and ones for probabilities
# loses: probabilities of naive Bayes; class frequencies count; maximum-likelihood variances; probabilities, not votes
from sklearn.naive_bayes import GaussianNB

def generative_model(X_train, y_train, X_test):
    model = GaussianNB().fit(X_train, y_train)
    labels = model.predict(X_test)
    return labels, (labels[:, None] == model.classes_).astype(float)
