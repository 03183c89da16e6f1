# Components are scaled so that their largest entry is one
# loses: components of length one
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    C = Vt[:n_latent]
    return mean, C / np.abs(C).max(axis=1, keepdims=True), s[:n_latent] ** 2 / (s**2).sum()
