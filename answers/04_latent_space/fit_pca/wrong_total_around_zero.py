# Components are centred, but the total variance is taken around zero
# loses: the data are centred
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, Vt[:n_latent], s[:n_latent] ** 2 / (X**2).sum()
