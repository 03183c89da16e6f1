# The mean runs along the rows.
# loses: the distance of two sets of features; rows are images, columns are features; sample covariances; fewer images than features; arguments are left alone
def fid(real_features, generated_features):
    fits = []
    for X in (real_features, generated_features):
        fits += [X.mean(axis=1), np.cov(X, rowvar=False)]
    return frechet_distance(*fits)
