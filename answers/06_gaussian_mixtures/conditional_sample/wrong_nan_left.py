# The rows are built from the condition and the unknown part is never written into them
# loses: known values are copied; everything known; nothing known; weights given what is known; regression on what is known; spread given what is known; any coordinates may be unknown; a condition far from every component; randomness from self.rng; arguments and parameters are left alone
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    a, log_w, params = condition[known], np.log(self.weights), []
    for k in range(self.n_components):
        m, S = self.means[k], self.covariances[k]
        Saa, Sab = S[np.ix_(known, known)], S[np.ix_(known, ~known)]
        d = a - m[known]
        log_w[k] += -0.5 * d @ np.linalg.solve(Saa, d) - 0.5 * np.linalg.slogdet(Saa)[1]
        params.append((m[~known] + Sab.T @ np.linalg.solve(Saa, d), np.linalg.cholesky(
            S[np.ix_(~known, ~known)] - Sab.T @ np.linalg.solve(Saa, Sab))))
    w = np.exp(log_w - logsumexp(log_w))
    X = np.tile(condition, (n_samples, 1))
    z = self.rng.choice(self.n_components, n_samples, p=w)
    for k, (mean, L) in enumerate(params):
        # indexing twice makes a copy, and the copy is what is filled
        X[z == k][:, ~known] = mean + self.rng.standard_normal(((z == k).sum(), len(mean))) @ L.T
    return X
