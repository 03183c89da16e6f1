# Two plain loops, slogdet and inv, and the largest term subtracted by hand.
@add_to_class(GMM)
def _e_step(self, X):
    n, d = X.shape
    K = len(self.weights)
    r = np.zeros((n, K))
    for i in range(n):
        logs = []
        for k in range(K):
            diff = X[i] - self.means[k]
            sign, logdet = np.linalg.slogdet(self.covariances[k])
            quad = diff @ np.linalg.inv(self.covariances[k]) @ diff
            logs.append(np.log(self.weights[k]) - 0.5 * (d * np.log(2 * np.pi) + logdet + quad))
        biggest = max(logs)
        e = [np.exp(l - biggest) for l in logs]
        total = sum(e)
        for k in range(K):
            r[i, k] = e[k] / total
    return r
