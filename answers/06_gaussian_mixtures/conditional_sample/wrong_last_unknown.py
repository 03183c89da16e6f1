# Assumes that only the last coordinate is unknown
# loses: known values are copied; everything known; nothing known; regression on what is known; spread given what is known; any coordinates may be unknown; randomness from self.rng; arguments and parameters are left alone
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    a = condition[:-1]
    log_w, params = np.log(self.weights), []
    for k in range(self.n_components):
        m, S = self.means[k], self.covariances[k]
        Saa, Sab = S[:-1, :-1], S[:-1, -1]
        d = a - m[:-1]
        log_w[k] += -0.5 * d @ np.linalg.solve(Saa, d) - 0.5 * np.linalg.slogdet(Saa)[1]
        var = S[-1, -1] - Sab @ np.linalg.solve(Saa, Sab)
        params.append((m[-1] + Sab @ np.linalg.solve(Saa, d), np.sqrt(var)))
    w = np.exp(log_w - logsumexp(log_w))
    X = np.tile(condition, (n_samples, 1))
    for i, k in enumerate(self.rng.choice(self.n_components, n_samples, p=w)):
        X[i, -1] = self.rng.normal(*params[k])
    return X
