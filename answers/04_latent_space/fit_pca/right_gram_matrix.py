# Eigenvectors of the n by n matrix of inner products, as for wide data
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    Y = X - mean
    values, left = np.linalg.eigh(Y @ Y.T)
    values, left = values[::-1][:n_latent], left[:, ::-1][:, :n_latent]
    components = (Y.T @ left / np.sqrt(values)).T
    return mean, components, values / np.square(Y).sum()
