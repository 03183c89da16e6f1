# A 0-d array comes back, and the cell prints.
@add_to_class(GMM)
def log_likelihood(self, X):
    X = np.array(X)
    running = np.full(len(X), -np.inf)
    for w, m, S in zip(self.weights, self.means, self.covariances):
        L = np.linalg.cholesky(2 * np.pi * S)  # the constant goes into the determinant
        z = np.linalg.solve(L, (X - m).T)
        running = np.logaddexp(running, np.log(w) - np.pi * (z**2).sum(axis=0)
                               - np.log(np.diag(L)).sum())
    print("log L", running.sum())
    return np.array(running.sum())
