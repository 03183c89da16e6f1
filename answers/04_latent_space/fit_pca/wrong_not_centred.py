# The rows are not centred
# loses: the data are centred
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X, full_matrices=False)
    return mean, Vt[:n_latent], s[:n_latent] ** 2 / (s**2).sum()
