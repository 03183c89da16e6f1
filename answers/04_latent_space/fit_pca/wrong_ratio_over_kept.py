# Shares of the variance that is kept
# loses: shares of the total variance
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    kept = s[:n_latent] ** 2
    return mean, Vt[:n_latent], kept / kept.sum()
