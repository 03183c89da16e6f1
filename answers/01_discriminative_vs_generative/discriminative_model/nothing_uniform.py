# The first class for every row, all of them equally likely
def discriminative_model(X_train, y_train, X_test):
    classes = np.unique(y_train)
    proba = np.full((len(X_test), len(classes)), 1 / len(classes))
    return np.full(len(X_test), classes[0]), proba
