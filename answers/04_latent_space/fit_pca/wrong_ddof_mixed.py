# Variances over n − 1, their total over n
# loses: shares of the total variance
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, Vt[:n_latent], s[:n_latent] ** 2 / (len(X) - 1) / X.var(axis=0).sum()
