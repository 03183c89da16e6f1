# Only the distance of the means.
# loses: the distance of two sets of features; sample covariances; fewer images than features
def fid(real_features, generated_features):
    fits = []
    for X in (real_features, generated_features):
        fits += [X.mean(axis=0), np.cov(X, rowvar=False)]
    return float(np.sum((fits[0] - fits[2]) ** 2))
