# Averages the conditional means of the components instead of picking one
# loses: nothing known; weights given what is known
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    a, log_w, means, covs = condition[known], np.log(self.weights), [], []
    for k in range(self.n_components):
        m, S = self.means[k], self.covariances[k]
        Saa, Sab = S[np.ix_(known, known)], S[np.ix_(known, ~known)]
        d = a - m[known]
        log_w[k] += -0.5 * d @ np.linalg.solve(Saa, d) - 0.5 * np.linalg.slogdet(Saa)[1]
        means.append(m[~known] + Sab.T @ np.linalg.solve(Saa, d))
        covs.append(S[np.ix_(~known, ~known)] - Sab.T @ np.linalg.solve(Saa, Sab))
    w = np.exp(log_w - logsumexp(log_w))
    mean, cov = w @ np.array(means), np.einsum("k,kij->ij", w, np.array(covs))
    X = np.tile(condition, (n_samples, 1))
    eps = self.rng.standard_normal((n_samples, len(mean)))
    X[:, ~known] = mean + eps @ np.linalg.cholesky(cov).T
    return X
