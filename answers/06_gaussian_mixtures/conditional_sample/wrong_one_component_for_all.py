# One component is drawn for all rows together
# loses: nothing known; weights given what is known
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    a, log_w = condition[known], np.log(self.weights)
    for k in range(self.n_components):
        Saa = self.covariances[k][np.ix_(known, known)]
        d = a - self.means[k, known]
        log_w[k] -= 0.5 * (d @ np.linalg.solve(Saa, d) + np.linalg.slogdet(Saa)[1])
    k = self.rng.choice(self.n_components, p=np.exp(log_w - logsumexp(log_w)))
    m, S = self.means[k], self.covariances[k]
    gain = np.linalg.solve(S[np.ix_(known, known)], S[np.ix_(known, ~known)])
    C = S[np.ix_(~known, ~known)] - S[np.ix_(~known, known)] @ gain
    X = np.tile(condition, (n_samples, 1))
    eps = self.rng.standard_normal((n_samples, len(C)))
    X[:, ~known] = m[~known] + (a - m[known]) @ gain + eps @ np.linalg.cholesky(C).T
    return X
