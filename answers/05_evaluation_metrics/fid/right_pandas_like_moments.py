# Second moments less the outer product of the means.
def fid(real_features, generated_features):
    def cov(X):
        n, m = X.shape[0], X.mean(axis=0)
        return (X.T @ X - n * np.outer(m, m)) / (n - 1)
    return frechet_distance(real_features.mean(axis=0), cov(real_features),
                            generated_features.mean(axis=0), cov(generated_features))
