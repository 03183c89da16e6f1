# One mean for all features.
# loses: the distance of two sets of features; rows are images, columns are features; sample covariances; fewer images than features; arguments are left alone
def fid(real_features, generated_features):
    fits = []
    for X in (real_features, generated_features):
        fits += [np.full(X.shape[1], X.mean()), np.cov(X, rowvar=False)]
    return frechet_distance(*fits)
