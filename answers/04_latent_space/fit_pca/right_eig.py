# The general eig, which may call real numbers complex
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    values, vectors = np.linalg.eig(np.atleast_2d(np.cov(X - mean, rowvar=False)))
    order = np.argsort(-values)
    return mean, vectors.T[order[:n_latent]], values[order[:n_latent]] / values.sum()
