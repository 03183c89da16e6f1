# One covariance for both sets.
# loses: the distance of two sets of features; sample covariances; fewer images than features
def fid(real_features, generated_features):
    sigma = np.cov(np.concatenate([real_features, generated_features]), rowvar=False)
    return frechet_distance(real_features.mean(0), sigma, generated_features.mean(0), sigma)
