# 1e-6 on every diagonal, which is not small for small covariances.
# loses: tiny determinants
def torch_log_prob(X, weights, means, covariances):
    d = X.shape[1]
    L = torch.linalg.cholesky(covariances + 1e-6 * torch.eye(d, dtype=X.dtype))
    z = torch.linalg.solve_triangular(L, (X - means[:, None]).mT, upper=False)
    log_n = -0.5 * (d * np.log(2 * np.pi) + (z**2).sum(1))
    log_n = log_n - L.diagonal(dim1=-2, dim2=-1).log().sum(-1)[:, None]
    return torch.logsumexp(weights.log()[:, None] + log_n, dim=0)
