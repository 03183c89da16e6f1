# scipy's eigh for the largest eigenvalues only; total variance from the columns
from scipy.linalg import eigh

def fit_pca(X, n_latent):
    d = X.shape[1]
    Y = X - X.mean(axis=0)
    values, vectors = eigh(Y.T @ Y / len(X), subset_by_index=[d - n_latent, d - 1])
    return X.mean(axis=0), vectors.T[::-1], values[::-1] / X.var(axis=0).sum()
