# Components are columns
# loses: directions of largest variance; components of length one; the data are centred; wide, narrow and redundant data
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, Vt[:n_latent].T, s[:n_latent] ** 2 / (s**2).sum()
