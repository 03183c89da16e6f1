# Eigenvectors of the covariance, in descending order
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    Xc = X - mean
    cov = Xc.T @ Xc / max(len(X) - 1, 1)
    values, vectors = np.linalg.eigh(cov)
    order = np.argsort(values)[::-1]
    values, vectors = values[order], vectors[:, order]
    return mean, vectors[:, :n_latent].T, values[:n_latent] / values.sum()
