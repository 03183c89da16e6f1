# scikit-learn with a full decomposition and fixed signs, all components, then cut
from sklearn.decomposition import PCA

def fit_pca(X, n_latent):
    pca = PCA(svd_solver="full")
    pca.fit(X)
    C = pca.components_[:n_latent]
    C = C * np.where(C[np.arange(len(C)), np.abs(C).argmax(axis=1)] < 0, -1, 1)[:, None]
    return pca.mean_, C, pca.explained_variance_ratio_[:n_latent]
