# A lambda bound to the class, with scipy's softmax and frozen normals.
from scipy import stats
from scipy.special import softmax

GMM._e_step = lambda self, X: softmax(np.transpose([
    np.reshape(stats.multivariate_normal(m, C, allow_singular=True).logpdf(X), -1) + np.log(w)
    for w, m, C in zip(self.weights, self.means, self.covariances)]), axis=1)
