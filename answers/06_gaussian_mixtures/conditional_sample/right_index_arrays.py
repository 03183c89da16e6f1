# Integer index arrays; the two easy cases are handled first
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    a = np.where(~np.isnan(condition))[0]
    b = np.where(np.isnan(condition))[0]
    if len(b) == 0:
        return np.repeat(condition[None, :], n_samples, axis=0)
    if len(a) == 0:
        return self.sample(n_samples)
    xa = condition[a]
    logs = np.zeros(self.n_components)
    cond_means, cond_covs = {}, {}
    for k in range(self.n_components):
        S = self.covariances[k]
        Saa_inv = np.linalg.inv(S[a][:, a])
        Sba = S[b][:, a]
        d = xa - self.means[k, a]
        logs[k] = np.log(self.weights[k]) + 0.5 * np.log(np.linalg.det(Saa_inv)) - 0.5 * d @ Saa_inv @ d
        cond_means[k] = self.means[k, b] + Sba @ Saa_inv @ d
        cond_covs[k] = S[b][:, b] - Sba @ Saa_inv @ Sba.T
    probs = np.exp(logs - logsumexp(logs))
    result = np.empty((n_samples, len(condition)))
    result[:, a] = xa
    for i in range(n_samples):
        k = self.rng.choice(self.n_components, p=probs)
        result[i, b] = self.rng.multivariate_normal(cond_means[k], cond_covs[k])
    return result
