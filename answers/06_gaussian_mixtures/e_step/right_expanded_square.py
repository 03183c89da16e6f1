# Working on copies in place, with the whitened points and the whitened mean apart.
@add_to_class(GMM)
def _e_step(self, X):
    X = X.copy()
    middle = self.means.mean(axis=0)
    X -= middle
    mus = self.means - middle
    log_r = np.log(self.weights).repeat(len(X)).reshape(-1, len(X))
    for k, S in enumerate(self.covariances):
        T = np.linalg.inv(np.linalg.cholesky(S))
        log_r[k] -= ((X @ T.T - T @ mus[k]) ** 2).sum(-1) / 2
        log_r[k] += np.log(np.diag(T)).sum()
    log_r -= log_r.max(0)
    np.exp(log_r, out=log_r)
    log_r /= log_r.sum(0)
    return log_r.T
