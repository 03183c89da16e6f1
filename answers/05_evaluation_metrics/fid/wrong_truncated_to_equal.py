# The longer set is cut to the length of the shorter.
# loses: the distance of two sets of features; fewer images than features
def fid(real_features, generated_features):
    n = min(len(real_features), len(generated_features))
    X, Y = real_features[:n], generated_features[:n]
    return frechet_distance(X.mean(0), np.cov(X.T), Y.mean(0), np.cov(Y.T))
