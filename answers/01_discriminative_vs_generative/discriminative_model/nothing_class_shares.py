# The most frequent class for every row, with the classes' shares as probabilities
def discriminative_model(X_train, y_train, X_test):
    classes, counts = np.unique(y_train, return_counts=True)
    proba = np.tile(counts / counts.sum(), (len(X_test), 1))
    return classes[np.argmax(proba, axis=1)], proba
