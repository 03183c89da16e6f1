# scikit-learn's covariance, which divides by n, corrected.
from sklearn.covariance import EmpiricalCovariance

def fid(real_features, generated_features):
    fits = []
    for X in (real_features, generated_features):
        model = EmpiricalCovariance().fit(X)
        fits += [model.location_, model.covariance_ * len(X) / (len(X) - 1)]
    return frechet_distance(*fits)
