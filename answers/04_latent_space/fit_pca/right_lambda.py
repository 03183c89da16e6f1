# A lambda
fit_pca = lambda X, n_latent: (lambda m, usv: (m, usv[2][:n_latent], usv[1][:n_latent]**2 / (usv[1]**2).sum()))(
    X.mean(axis=0), np.linalg.svd(X - X.mean(axis=0), full_matrices=False))
