# Eigenvectors and eigenvalues give the distance and the determinant.
@add_to_class(GMM)
def _e_step(self, X):
    """responsibilities via eigendecomposition"""
    cols = []
    for w, mu, cov in zip(self.weights, self.means, self.covariances):
        vals, vecs = np.linalg.eigh(cov)
        z = (X - mu) @ vecs / np.sqrt(vals)
        cols.append(np.log(w) - 0.5 * np.sum(np.log(vals)) - 0.5 * np.sum(z ** 2, axis=1))
    cols = np.stack(cols, axis=1)
    m = np.max(cols, axis=1)[:, None]
    p = np.exp(cols - m)
    p /= p.sum(axis=1)[:, None]
    return p
