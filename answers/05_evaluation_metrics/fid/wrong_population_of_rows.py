# Divides by n, and rows are taken for variables.
# loses: the distance of two sets of features; rows are images, columns are features; sample covariances; fewer images than features; arguments are left alone
def fid(real_features, generated_features):
    fits = []
    for X in (real_features, generated_features):
        fits += [X.mean(axis=1), np.cov(X, ddof=0)]
    return frechet_distance(*fits)
