# The covariances are taken around the means from before this step.
# loses: covariances of a general mixture; covariances are taken around the new means
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    n, d = X.shape
    N = responsibilities.sum(axis=0)
    covs = np.zeros((len(N), d, d))
    for k in range(len(N)):
        diff = X - self.means[k]
        covs[k] = (responsibilities[:, [k]] * diff).T @ diff / N[k]
    self.weights = N / n
    self.means = responsibilities.T @ X / N[:, None]
    self.covariances = covs
