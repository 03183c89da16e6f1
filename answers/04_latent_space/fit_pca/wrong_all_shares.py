# The shares of all components, kept or not
# loses: shares of the total variance; wide, narrow and redundant data
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, Vt[:n_latent], s**2 / (s**2).sum()
