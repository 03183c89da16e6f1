# Returns a numpy float and uses math.log
import math

def compute_bic(gmm, X):
    n_points, n_features = X.shape
    penalty = math.log(n_points) * n_parameters(n_components=gmm.n_components,
                                                n_features=n_features, covariance_type="full")
    return np.float64(penalty - 2.0 * gmm.log_likelihood(X))
