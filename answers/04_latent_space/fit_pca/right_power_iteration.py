# Power iteration with deflation
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    Y = X - mean
    total = (Y**2).sum()
    found, shares = [], []
    for k in range(n_latent):
        v = np.random.default_rng(k).normal(size=X.shape[1])
        for _ in range(300):
            v = Y.T @ (Y @ v)
            v = v / np.linalg.norm(v)
        shares.append(((Y @ v) ** 2).sum() / total)
        found.append(v)
        Y = Y - np.outer(Y @ v, v)
    return mean, np.array(found), np.array(shares)
