# torch tensors are stored.
# loses: mixing weights; means; covariances of a general mixture; covariances are taken around the new means; covariances are divided by N_k; covariances are full; covariances are symmetric; arguments are left alone
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    x, r = torch.as_tensor(X), torch.as_tensor(responsibilities)
    self.weights = r.mean(0)
    self.means = r.T @ x / r.sum(0)[:, None]
    diff = x[:, None] - self.means
    self.covariances = torch.einsum("nk,nki,nkj->kij", r, diff, diff) / r.sum(0)[:, None, None]
