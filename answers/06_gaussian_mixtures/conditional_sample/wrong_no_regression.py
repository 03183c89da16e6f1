# The unknown part keeps its mean, only the covariance is conditional
# loses: regression on what is known; any coordinates may be unknown
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    a = condition[known]
    log_w, params = np.log(self.weights), []
    for k in range(self.n_components):
        m, S = self.means[k], self.covariances[k]
        Saa, Sab = S[np.ix_(known, known)], S[np.ix_(known, ~known)]
        d = a - m[known]
        log_w[k] += -0.5 * d @ np.linalg.solve(Saa, d) - 0.5 * np.linalg.slogdet(Saa)[1]
        C = S[np.ix_(~known, ~known)] - Sab.T @ np.linalg.solve(Saa, Sab)
        params.append((m[~known], np.linalg.cholesky(C)))
    w = np.exp(log_w - logsumexp(log_w))
    X = np.tile(condition, (n_samples, 1))
    for i, k in enumerate(self.rng.choice(self.n_components, n_samples, p=w)):
        m, L = params[k]
        X[i, ~known] = m + L @ self.rng.standard_normal(len(m))
    return X
