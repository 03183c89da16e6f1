# The first rows of the data
def fit_pca(X, n_latent):
    return X[0].copy(), X[:n_latent].copy(), np.full(n_latent, 1 / n_latent)
