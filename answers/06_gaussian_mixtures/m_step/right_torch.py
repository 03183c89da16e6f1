# torch does the work and numpy arrays are stored.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    x, r = torch.tensor(X), torch.tensor(responsibilities)
    N = r.sum(0)
    mu = r.T @ x / N[:, None]
    c = x[None] - mu[:, None]
    S = torch.matmul((r.T[:, :, None] * c).mT, c) / N[:, None, None]
    self.weights, self.means, self.covariances = (t.numpy() for t in (N / len(x), mu, S))
