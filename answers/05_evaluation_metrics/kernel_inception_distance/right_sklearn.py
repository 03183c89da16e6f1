# The polynomial kernel of scikit-learn, whose gamma is 1/d by default.
from sklearn.metrics.pairwise import polynomial_kernel

def kernel_inception_distance(real_features, generated_features):
    def own(X):
        K = polynomial_kernel(X, degree=3, coef0=1)
        return (K.sum() - np.diag(K).sum()) / (len(X) * (len(X) - 1))
    cross = polynomial_kernel(real_features, generated_features, degree=3, coef0=1)
    return float(own(real_features) + own(generated_features) - 2 * cross.mean())
