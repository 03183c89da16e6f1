# Components are multiplied by the standard deviation along them
# loses: components of length one
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    spread = s[:n_latent] / np.sqrt(len(X))
    return mean, spread[:, None] * Vt[:n_latent], s[:n_latent] ** 2 / (s**2).sum()
