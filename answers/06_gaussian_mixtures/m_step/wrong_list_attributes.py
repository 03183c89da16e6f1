# The attributes are lists.
# loses: mixing weights; means; covariances of a general mixture; covariances are taken around the new means; covariances are divided by N_k; covariances are full; covariances are symmetric; arguments are left alone
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    self.weights, self.means, self.covariances = [], [], []
    for k in range(self.n_components):
        r = responsibilities[:, k]
        mean = r @ X / r.sum()
        self.weights.append(r.sum() / len(X))
        self.means.append(mean)
        self.covariances.append((r[:, None] * (X - mean)).T @ (X - mean) / r.sum())
