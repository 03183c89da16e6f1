# Rows of the matrix of eigenvectors, where its columns belong
# loses: directions of largest variance; components of length one; the data are centred; wide, narrow and redundant data
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    values, vectors = np.linalg.eigh((X - mean).T @ (X - mean))
    values, vectors = values[::-1], vectors[:, ::-1]
    return mean, vectors[:n_latent], values[:n_latent] / values.sum()
