# The conditional from the precision matrix: its block is the inverse conditional covariance
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    b = np.isnan(condition)
    a = ~b
    X = np.tile(condition, (n_samples, 1))
    if not b.any():
        return X
    log_w = np.log(self.weights)
    params = []
    for k in range(self.n_components):
        m, S = self.means[k], self.covariances[k]
        P = np.linalg.inv(S)
        C = np.linalg.inv(P[b][:, b])
        if a.any():
            log_w[k] += multivariate_normal(m[a], S[a][:, a]).logpdf(condition[a])
        params.append((m[b] - C @ P[b][:, a] @ (condition[a] - m[a]), (C + C.T) / 2))
    w = np.exp(log_w - logsumexp(log_w))
    for i, k in enumerate(self.rng.choice(self.n_components, n_samples, p=w)):
        X[i, b] = self.rng.multivariate_normal(*params[k], method="eigh")
    return X
