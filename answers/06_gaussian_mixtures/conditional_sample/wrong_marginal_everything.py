# Samples whole points of the reweighted components, then writes the known values over them
# loses: regression on what is known; spread given what is known; any coordinates may be unknown
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    log_w = np.log(self.weights)
    for k in range(self.n_components):
        Saa = self.covariances[k][np.ix_(known, known)]
        d = condition[known] - self.means[k, known]
        log_w[k] += -0.5 * d @ np.linalg.solve(Saa, d) - 0.5 * np.linalg.slogdet(Saa)[1]
    w = np.exp(log_w - logsumexp(log_w))
    z = self.rng.choice(self.n_components, n_samples, p=w)
    X = np.array([self.rng.multivariate_normal(self.means[k], self.covariances[k]) for k in z])
    X[:, known] = condition[known]
    return X
