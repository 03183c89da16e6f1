# The covariance by hand, keywords in the call.
def fid(real_features, generated_features):
    def fit(X):
        n, mean = len(X), X.mean(axis=0)
        centred = X - mean
        return mean, centred.T @ centred / (n - 1)
    mu_r, sigma_r = fit(real_features)
    mu_g, sigma_g = fit(generated_features)
    return frechet_distance(mu_r=mu_r, sigma_r=sigma_r, mu_g=mu_g, sigma_g=sigma_g)
