# scipy's logpdf is called even when nothing is known, and fails
# loses: nothing known
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    b = np.isnan(condition)
    a = ~b
    if a.all():
        return np.tile(condition, (n_samples, 1))
    logs = np.array([np.log(w) + multivariate_normal(m[a], S[a][:, a]).logpdf(condition[a])
                     for w, m, S in zip(self.weights, self.means, self.covariances)])
    p = np.exp(logs - logsumexp(logs))
    X = np.tile(condition, (n_samples, 1))
    for i in range(n_samples):
        k = self.rng.choice(len(p), p=p)
        S = self.covariances[k]
        G = S[b][:, a] @ np.linalg.inv(S[a][:, a])
        X[i, b] = self.rng.multivariate_normal(
            self.means[k][b] + G @ (condition[a] - self.means[k][a]), S[b][:, b] - G @ S[a][:, b])
    return X
