# scikit-learn
from sklearn.decomposition import PCA

def fit_pca(X, n_latent):
    pca = PCA(n_components=n_latent).fit(X)
    return pca.mean_, pca.components_, pca.explained_variance_ratio_
