# Fills the unknown coordinates one after the other, each given all that is known by then
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    holes = list(np.flatnonzero(np.isnan(condition)))
    first = list(np.flatnonzero(~np.isnan(condition)))
    logs = np.log(self.weights)
    if first:
        for k in range(self.n_components):
            L = np.linalg.cholesky(self.covariances[k][np.ix_(first, first)])
            u = solve_triangular(L, condition[first] - self.means[k][first], lower=True)
            logs[k] = logs[k] - u @ u / 2 - np.log(np.diag(L)).sum()
    z = self.rng.choice(self.n_components, size=n_samples, p=np.exp(logs - logsumexp(logs)))
    out = np.repeat([condition], n_samples, axis=0)
    for k in range(self.n_components):
        rows = np.flatnonzero(z == k)
        S, m, done = self.covariances[k], self.means[k], list(first)
        for j in holes:
            g = np.linalg.solve(S[np.ix_(done, done)], S[done, j])
            mean = m[j] + (out[np.ix_(rows, done)] - m[done]) @ g
            out[rows, j] = self.rng.normal(mean, np.sqrt(S[j, j] - g @ S[done, j]))
            done.append(j)
    return out
