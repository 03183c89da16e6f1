# One mean of all numbers in the table
# loses: the mean of the data; the data are centred; wide, narrow and redundant data
def fit_pca(X, n_latent):
    mean = X.mean()
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, Vt[:n_latent], s[:n_latent] ** 2 / (s**2).sum()
