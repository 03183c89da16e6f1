# A softmax of the soft counts.
# loses: mixing weights
from scipy.special import softmax

@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = responsibilities.sum(axis=0)
    self.weights = softmax(N)
    self.means = responsibilities.T @ X / N[:, None]
    diff = X[:, None] - self.means
    self.covariances = np.einsum("nk,nki,nkj->kij", responsibilities, diff, diff) / N[:, None, None]
