# All components at once with einsum; the constant cancels and is left out.
@add_to_class(GMM)
def _e_step(self, X):
    diff = X[:, None, :] - self.means[None]
    prec = np.linalg.inv(self.covariances)
    maha = np.einsum("nki,kij,nkj->nk", diff, prec, diff)
    logdet = np.linalg.slogdet(self.covariances)[1]
    log_r = np.log(self.weights) - 0.5 * logdet - 0.5 * maha
    log_r = log_r - log_r.max(axis=1, keepdims=True)
    r = np.exp(log_r)
    return r / r.sum(axis=1, keepdims=True)
