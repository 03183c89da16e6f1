# The transpose has features as rows.
fid = lambda real_features, generated_features: frechet_distance(
    *(f(X) for X in (real_features, generated_features) for f in (lambda X: X.mean(0), lambda X: np.cov(X.T))))
