# Correlations for covariances.
# loses: the distance of two sets of features; sample covariances; fewer images than features
def fid(real_features, generated_features):
    fits = []
    for X in (real_features, generated_features):
        fits += [X.mean(axis=0), np.corrcoef(X, rowvar=False)]
    return frechet_distance(*fits)
