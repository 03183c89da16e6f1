# numpy's covariance, made two-dimensional again for a single column
def fit_pca(X, n_latent):
    cov = np.atleast_2d(np.cov(X, rowvar=False))
    w, v = np.linalg.eigh(cov)
    w, v = w[::-1], v[:, ::-1]
    return X.mean(axis=0), v[:, :n_latent].T, w[:n_latent] / np.trace(cov)
