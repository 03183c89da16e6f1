# Writes into the arrays that the mixture already has.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    for k in range(self.n_components):
        r = responsibilities[:, k]
        self.weights[k] = r.mean()
        self.means[k] = r @ X / r.sum()
        c = X - self.means[k]
        self.covariances[k] = (c * r[:, None]).T @ c / r.sum()
