# All components, whatever n_latent says
# loses: directions of largest variance; components of length one; shares of the total variance; wide, narrow and redundant data
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    return mean, Vt, s**2 / (s**2).sum()
