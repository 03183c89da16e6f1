# numpy's covariance of a single column is no matrix
# loses: wide, narrow and redundant data
def fit_pca(X, n_latent):
    values, vectors = np.linalg.eigh(np.cov(X.T))
    values, vectors = values[::-1], vectors[:, ::-1]
    return X.mean(axis=0), vectors[:, :n_latent].T, values[:n_latent] / values.sum()
