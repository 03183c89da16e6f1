# Only mean and components
# loses: the mean of the data; directions of largest variance; components of length one; the data are centred; shares of the total variance; wide, narrow and redundant data; the data are left alone
def fit_pca(X, n_latent):
    mean = X.mean(axis=0)
    return mean, np.linalg.svd(X - mean, full_matrices=False)[2][:n_latent]
