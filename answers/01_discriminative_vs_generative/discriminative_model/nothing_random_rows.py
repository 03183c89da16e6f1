# Probabilities at random, and the labels that go with them
def discriminative_model(X_train, y_train, X_test):
    classes = np.unique(y_train)
    proba = np.random.default_rng(0).dirichlet(np.ones(len(classes)), len(X_test))
    return classes[proba.argmax(axis=1)], proba
