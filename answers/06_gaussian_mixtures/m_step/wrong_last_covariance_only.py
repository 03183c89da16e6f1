# Each turn of the loop overwrites the covariances with one matrix.
# loses: covariances of a general mixture; covariances are taken around the new means; covariances are divided by N_k; covariances are full; covariances are symmetric
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = responsibilities.sum(axis=0)
    self.weights = N / len(X)
    self.means = responsibilities.T @ X / N[:, None]
    for k in range(len(N)):
        diff = X - self.means[k]
        self.covariances = (responsibilities[:, [k]] * diff).T @ diff / N[k]
