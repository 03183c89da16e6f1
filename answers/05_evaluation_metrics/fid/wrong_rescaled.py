# Features are brought between zero and one first.
# loses: the distance of two sets of features; rows are images, columns are features; sample covariances; fewer images than features; arguments are left alone
def fid(real_features, generated_features):
    low, high = real_features.min(axis=0), real_features.max(axis=0)
    X, Y = (real_features - low) / (high - low), (generated_features - low) / (high - low)
    return frechet_distance(X.mean(0), np.cov(X.T), Y.mean(0), np.cov(Y.T))
