# Plain densities with 1e-300 added against a division by zero
# loses: a condition far from every component
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    b = np.isnan(condition)
    a = ~b
    if b.all():
        return self.sample(n_samples)
    w = np.array([self.weights[k] * multivariate_normal(
        self.means[k][a], self.covariances[k][a][:, a]).pdf(condition[a]) + 1e-300
        for k in range(self.n_components)])
    w /= w.sum()
    X = np.tile(condition, (n_samples, 1))
    if not b.any():
        return X
    for i in range(n_samples):
        k = self.rng.choice(self.n_components, p=w)
        S = self.covariances[k]
        G = S[b][:, a] @ np.linalg.inv(S[a][:, a])
        X[i, b] = self.rng.multivariate_normal(
            self.means[k][b] + G @ (condition[a] - self.means[k][a]), S[b][:, b] - G @ S[a][:, b])
    return X
