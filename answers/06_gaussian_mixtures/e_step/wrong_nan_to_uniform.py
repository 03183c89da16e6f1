# Rows that come out as NaN are replaced by equal shares.
# loses: points far from every component
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def _e_step(self, X):
    p = np.zeros((X.shape[0], self.n_components))
    for k in range(self.n_components):
        p[:, k] = self.weights[k] * multivariate_normal(self.means[k], self.covariances[k]).pdf(X)
    with np.errstate(invalid="ignore"):
        r = p / p.sum(axis=1, keepdims=True)
    return np.nan_to_num(r, nan=1 / self.n_components)
