# Draws whole points and moves their unknown part by what the known part was off
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    known = ~np.isnan(condition)
    log_w = np.log(self.weights)
    gains = []
    for k, S in enumerate(self.covariances):
        Saa = S[known][:, known]
        diff = condition[known] - self.means[k][known]
        log_w[k] += -0.5 * (diff @ np.linalg.solve(Saa, diff) + np.linalg.slogdet(Saa)[1])
        gains.append(np.linalg.solve(Saa, S[known]))  # (known, d)
    w = np.exp(log_w - log_w.max())
    z = self.rng.choice(len(w), size=n_samples, p=w / w.sum())
    X = np.empty((n_samples, len(condition)))
    for k in range(len(w)):
        rows = z == k
        x = self.rng.multivariate_normal(self.means[k], self.covariances[k], size=rows.sum())
        X[rows] = x + (condition[known] - x[:, known]) @ gains[k]
    X[:, known] = condition[known]
    return X
