# Fills in only the first of the unknown coordinates
# loses: nothing known; regression on what is known; spread given what is known; any coordinates may be unknown; randomness from self.rng
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    X = np.tile(condition, (n_samples, 1))
    if not np.isnan(condition).any():
        return X
    j = np.flatnonzero(np.isnan(condition))[0]
    known = np.flatnonzero(~np.isnan(condition))
    log_w, params = np.log(self.weights), []
    for k in range(self.n_components):
        m, S = self.means[k], self.covariances[k]
        Saa, s = S[np.ix_(known, known)], S[known, j]
        d = condition[known] - m[known]
        log_w[k] += -0.5 * d @ np.linalg.solve(Saa, d) - 0.5 * np.linalg.slogdet(Saa)[1]
        params.append((m[j] + s @ np.linalg.solve(Saa, d),
                       np.sqrt(S[j, j] - s @ np.linalg.solve(Saa, s))))
    for i, k in enumerate(self.rng.choice(len(log_w), n_samples, p=np.exp(log_w - logsumexp(log_w)))):
        X[i, j] = self.rng.normal(*params[k])
    return X
