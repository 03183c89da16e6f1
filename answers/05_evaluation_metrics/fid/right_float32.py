# Features in single precision; a 0-d array.
def fid(real_features, generated_features):
    X, Y = real_features.astype(np.float32), generated_features.astype(np.float32)
    cov = lambda A: ((A - A.mean(0)).T @ (A - A.mean(0)) / np.float32(len(A) - 1)).astype(np.float32)
    return np.asarray(frechet_distance(X.mean(0), cov(X), Y.mean(0), cov(Y)))
