# The most frequent class for every row, and certain of it
def generative_model(X_train, y_train, X_test):
    classes, counts = np.unique(y_train, return_counts=True)
    best = np.argmax(counts)
    proba = np.tile(np.eye(len(classes))[best], (len(X_test), 1))
    return np.full(len(X_test), classes[best]), proba
