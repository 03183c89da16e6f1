# The Cholesky factor of the joint covariance, known coordinates first
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    unknown = np.isnan(condition)
    order = np.argsort(unknown, kind="stable")
    m = int((~unknown).sum())
    a = condition[order][:m]
    L = np.stack([np.linalg.cholesky(S[order][:, order]) for S in self.covariances])
    mu = self.means[:, order]
    log_w = np.log(self.weights)
    z_known = []
    for k in range(self.n_components):
        z = np.linalg.solve(L[k][:m, :m], a - mu[k, :m])
        z_known.append(z)
        log_w[k] -= 0.5 * (z**2).sum() + np.log(np.diag(L[k])[:m]).sum()
    w = np.exp(log_w - logsumexp(log_w))
    component = self.rng.choice(self.n_components, n_samples, p=w / w.sum())
    X = np.empty((n_samples, len(order)))
    for i, k in enumerate(component):
        z = np.append(z_known[k], self.rng.standard_normal(len(order) - m))
        X[i, order] = mu[k] + L[k] @ z
    X[:, ~unknown] = condition[~unknown]
    return X
