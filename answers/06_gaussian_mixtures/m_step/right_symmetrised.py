# Averages each covariance with its transpose at the end.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    r = np.asarray(responsibilities)
    Nk = np.sum(r, axis=0, keepdims=True).T
    self.weights = Nk[:, 0] / X.shape[0]
    self.means = np.dot(r.T, X) / Nk
    S = np.empty((len(Nk), X.shape[1], X.shape[1]))
    for k in range(len(Nk)):
        D = X - self.means[k]
        S[k] = np.dot(D.T, r[:, k, None] * D) / Nk[k]
    self.covariances = (S + S.transpose(0, 2, 1)) / 2
