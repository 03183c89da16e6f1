# Centres the caller's array
# loses: the data are left alone
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    X -= mean
    _, s, Vt = np.linalg.svd(X, full_matrices=False)
    return mean, Vt[:n_latent], s[:n_latent] ** 2 / (s**2).sum()
