# Divides by n.
# loses: the distance of two sets of features; sample covariances
def fid(real_features, generated_features):
    fits = []
    for X in (real_features, generated_features):
        fits += [X.mean(axis=0), np.cov(X, rowvar=False, ddof=0)]
    return frechet_distance(*fits)
