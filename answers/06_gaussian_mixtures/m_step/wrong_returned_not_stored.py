# The estimates are returned, and the mixture stays as it was.
# loses: mixing weights; means; covariances of a general mixture; covariances are taken around the new means; covariances are divided by N_k; covariances are full; covariances are symmetric; arguments are left alone
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = responsibilities.sum(axis=0)
    weights = N / len(X)
    means = responsibilities.T @ X / N[:, None]
    diff = X[:, None] - means
    covariances = np.einsum("nk,nki,nkj->kij", responsibilities, diff, diff) / N[:, None, None]
    return weights, means, covariances
