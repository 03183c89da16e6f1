# Refuses fewer images than features.
# loses: fewer images than features
def fid(real_features, generated_features):
    if min(len(real_features), len(generated_features)) <= real_features.shape[1]:
        raise ValueError("too few images")
    return frechet_distance(real_features.mean(0), np.cov(real_features.T),
                            generated_features.mean(0), np.cov(generated_features.T))
