# Gives the condition itself when nothing is unknown, not n copies
# loses: everything known
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    b = np.isnan(condition)
    a = ~b
    if not b.any():
        return condition.copy()
    if not a.any():
        return self.sample(n_samples)
    logs = np.log(self.weights)
    for k in range(len(logs)):
        d, Saa = condition[a] - self.means[k][a], self.covariances[k][a][:, a]
        logs[k] -= 0.5 * (d @ np.linalg.solve(Saa, d) + np.linalg.slogdet(Saa)[1])
    p = np.exp(logs - logsumexp(logs))
    X = np.tile(condition, (n_samples, 1))
    for i in range(n_samples):
        k = self.rng.choice(len(p), p=p)
        S = self.covariances[k]
        G = S[b][:, a] @ np.linalg.inv(S[a][:, a])
        X[i, b] = self.rng.multivariate_normal(
            self.means[k][b] + G @ (condition[a] - self.means[k][a]), S[b][:, b] - G @ S[a][:, b])
    return X
