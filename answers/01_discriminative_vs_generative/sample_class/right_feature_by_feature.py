# Feature by feature
import numpy as np

def sample_class(label, n, means, variances, rng):
    X = np.empty((n, means.shape[1]))
    for j in range(X.shape[1]):
        X[:, j] = rng.normal(loc=means[label, j], scale=np.sqrt(variances[label, j]), size=n)
    return X
