# Columns are scaled to variance one first
# loses: directions of largest variance; components of length one; the data are centred; shares of the total variance; wide, narrow and redundant data; the data are left alone
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd((X - mean) / X.std(axis=0), full_matrices=False)
    return mean, Vt[:n_latent], s[:n_latent] ** 2 / (s**2).sum()
