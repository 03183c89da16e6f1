# All singular vectors, as a list of three
def fit_pca(X, n_latent):
    mu = X.mean(0)
    _, s, V = np.linalg.svd(X - mu)
    return [mu, V[:n_latent, :], (s**2)[:n_latent] / (s @ s)]
