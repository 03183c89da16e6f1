# The order of eigh, ascending, is kept
# loses: directions of largest variance; components of length one; the data are centred; shares of the total variance; wide, narrow and redundant data; the data are left alone
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    values, vectors = np.linalg.eigh((X - mean).T @ (X - mean))
    return mean, vectors[:, :n_latent].T, values[:n_latent] / values.sum()
