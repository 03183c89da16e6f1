# numpy's covariance and the distance from above.
def fid(real_features, generated_features):
    return frechet_distance(np.mean(real_features, axis=0), np.cov(real_features, rowvar=False),
                            np.mean(generated_features, axis=0), np.cov(generated_features, rowvar=False))
