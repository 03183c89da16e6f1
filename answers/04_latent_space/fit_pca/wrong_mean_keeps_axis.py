# The mean comes as (1, d)
# loses: the mean of the data; wide, narrow and redundant data
def fit_pca(X, n_latent):
    mean = X.mean(axis=0, keepdims=True)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, Vt[:n_latent], s[:n_latent] ** 2 / (s**2).sum()
