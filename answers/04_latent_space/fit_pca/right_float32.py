# Single precision
def fit_pca(X, n_latent):
    X = X.astype(np.float32)
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, -Vt[:n_latent], s[:n_latent] ** 2 / (s**2).sum()
