# Centres the features in place.
# loses: arguments are left alone
def fid(real_features, generated_features):
    fits = []
    for X in (real_features, generated_features):
        mean = X.mean(axis=0)
        X -= mean
        fits += [mean, X.T @ X / (len(X) - 1)]
    return frechet_distance(*fits)
