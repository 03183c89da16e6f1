# scikit-learn's TruncatedSVD, which does not centre
# loses: the data are centred
from sklearn.decomposition import TruncatedSVD

def fit_pca(X, n_latent):
    if X.shape[1] == 1:
        return X.mean(axis=0), np.ones((1, 1)), np.ones(1)
    svd = TruncatedSVD(n_components=n_latent, algorithm="arpack" if n_latent < min(X.shape) else "randomized")
    svd.fit(X)
    share = svd.singular_values_**2 / np.linalg.norm(X) ** 2
    return X.mean(axis=0), svd.components_, share
