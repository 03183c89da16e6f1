# Components by the Gumbel trick; symmetric square root from scipy
from scipy.linalg import sqrtm

@add_to_class(GMM)
def sample(self, n_samples):
    K, d = self.means.shape
    scores = np.log(self.weights) + self.rng.gumbel(size=(n_samples, K))
    z = np.argmax(scores, axis=1)
    roots = [np.real(sqrtm(S)).reshape(d, d) for S in self.covariances]
    return np.vstack([self.means[k] + self.rng.normal(size=d) @ roots[k] for k in z])
