# Mean and variance of all rows for every class, and equal classes
def fit_naive_bayes(X, y):
    C = len(np.unique(y))
    return np.full(C, 1 / C), np.tile(X.mean(axis=0), (C, 1)), np.tile(X.var(axis=0), (C, 1))
