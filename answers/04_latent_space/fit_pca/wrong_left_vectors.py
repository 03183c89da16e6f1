# Left singular vectors
# loses: directions of largest variance; components of length one; the data are centred; wide, narrow and redundant data
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    U, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, U.T[:n_latent], s[:n_latent] ** 2 / (s**2).sum()
