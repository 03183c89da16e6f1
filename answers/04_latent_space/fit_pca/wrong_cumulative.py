# Running sums of the shares
# loses: shares of the total variance
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, Vt[:n_latent], np.cumsum(s**2 / (s**2).sum())[:n_latent]
