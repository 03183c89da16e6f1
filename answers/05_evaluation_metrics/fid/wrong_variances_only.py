# Only the diagonals.
# loses: the distance of two sets of features; sample covariances; fewer images than features
def fid(real_features, generated_features):
    fits = []
    for X in (real_features, generated_features):
        fits += [X.mean(axis=0), np.diag(X.var(axis=0, ddof=1))]
    return frechet_distance(*fits)
