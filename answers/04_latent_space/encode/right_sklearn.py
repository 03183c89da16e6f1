# scikit-learn's transform with the parameters set by hand
from sklearn.decomposition import PCA

def encode(X, mean, components):
    pca = PCA(n_components=len(components))
    pca.mean_, pca.components_ = mean, components
    pca.explained_variance_ = np.ones(len(components))
    return pca.transform(X)
