# Densities of what is known are lifted to the smallest float
# loses: a condition far from every component
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    b = np.isnan(condition)
    a = ~b
    if b.all():
        return self.sample(n_samples)
    X = np.tile(condition, (n_samples, 1))
    if not b.any():
        return X
    p = np.array([multivariate_normal.pdf(condition[a], m[a], S[a][:, a])
                  for m, S in zip(self.means, self.covariances)])
    w = self.weights * np.maximum(p, np.finfo(float).tiny)
    for i, k in enumerate(self.rng.choice(len(w), n_samples, p=w / w.sum())):
        S = self.covariances[k]
        G = S[b][:, a] @ np.linalg.inv(S[a][:, a])
        X[i, b] = self.rng.multivariate_normal(
            self.means[k][b] + G @ (condition[a] - self.means[k][a]), S[b][:, b] - G @ S[a][:, b])
    return X
