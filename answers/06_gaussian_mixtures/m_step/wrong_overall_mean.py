# All deviations are from the mean of the whole data set.
# loses: covariances of a general mixture; covariances are divided by N_k
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = responsibilities.sum(axis=0)
    self.weights = N / len(X)
    self.means = responsibilities.T @ X / N[:, None]
    diff = X - X.mean(axis=0)
    self.covariances = np.einsum("nk,ni,nj->kij", responsibilities, diff, diff) / N[:, None, None]
