# The first row of each class for its mean
def fit_naive_bayes(X, y):
    classes = np.unique(y)
    means = np.array([X[y == c][0] for c in classes])
    return np.full(len(classes), 1 / len(classes)), means, np.ones_like(means)
