# Each row is centred on its own
# loses: the mean of the data; directions of largest variance; components of length one; the data are centred; shares of the total variance; wide, narrow and redundant data; the data are left alone
def fit_pca(X, n_latent):
    mean = X.mean(axis=1, keepdims=True)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, Vt[:n_latent], s[:n_latent] ** 2 / (s**2).sum()
