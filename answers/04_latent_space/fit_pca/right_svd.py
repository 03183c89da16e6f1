# Singular value decomposition of the centred rows
def fit_pca(X, n_latent):
    mean = np.mean(X, axis=0)
    centred = X - mean
    U, s, Vt = np.linalg.svd(centred, full_matrices=False)
    ratio = s**2 / np.sum(s**2)
    return mean, Vt[:n_latent], ratio[:n_latent]
