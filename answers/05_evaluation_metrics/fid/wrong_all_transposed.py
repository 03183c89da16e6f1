# Means and covariances of rows.
# loses: the distance of two sets of features; rows are images, columns are features; fewer images than features
def fid(real_features, generated_features):
    fits = []
    for X in (real_features, generated_features):
        fits += [X.mean(axis=1), np.cov(X)]
    return frechet_distance(*fits)
