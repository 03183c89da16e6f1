# Only the log of the weights takes a trip through numpy.
# loses: gradients reach every parameter
def torch_log_prob(X, weights, means, covariances):
    L = torch.linalg.cholesky(covariances)
    z = torch.linalg.solve_triangular(L, (X - means[:, None]).mT, upper=False)
    log_n = -0.5 * (X.shape[1] * np.log(2 * np.pi) + (z**2).sum(1))
    log_n = log_n - L.diagonal(dim1=-2, dim2=-1).log().sum(-1)[:, None]
    log_w = torch.from_numpy(np.log(weights.detach().numpy()))
    return torch.logsumexp(log_w[:, None] + log_n, dim=0)
