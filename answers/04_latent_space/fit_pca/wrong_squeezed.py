# Axes of length one are dropped
# loses: directions of largest variance; components of length one; wide, narrow and redundant data
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, np.squeeze(Vt[:n_latent]), s[:n_latent] ** 2 / (s**2).sum()
