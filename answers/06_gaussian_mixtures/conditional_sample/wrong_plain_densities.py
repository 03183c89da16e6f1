# The weights from plain densities: 0 / 0 far away
# loses: a condition far from every component
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    a = condition[known]
    w, params = np.zeros(self.n_components), []
    for k in range(self.n_components):
        m, S = self.means[k], self.covariances[k]
        Saa, Sab = S[np.ix_(known, known)], S[np.ix_(known, ~known)]
        d = a - m[known]
        w[k] = self.weights[k] * np.exp(-0.5 * d @ np.linalg.solve(Saa, d))
        w[k] /= np.sqrt(np.linalg.det(2 * np.pi * Saa))
        params.append((m[~known] + Sab.T @ np.linalg.solve(Saa, d), np.linalg.cholesky(
            S[np.ix_(~known, ~known)] - Sab.T @ np.linalg.solve(Saa, Sab))))
    w = w / w.sum()
    X = np.tile(condition, (n_samples, 1))
    for i, k in enumerate(self.rng.choice(self.n_components, n_samples, p=w)):
        X[i, ~known] = params[k][0] + params[k][1] @ self.rng.standard_normal((~known).sum())
    return X
