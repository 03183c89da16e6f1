# The log determinant is computed under no_grad, as if it were a constant.
# loses: gradients reach every parameter
def torch_log_prob(X, weights, means, covariances):
    L = torch.linalg.cholesky(covariances)
    with torch.no_grad():
        half_logdet = torch.log(torch.diagonal(L, dim1=1, dim2=2)).sum(dim=1)
    z = torch.linalg.solve_triangular(L, (X - means[:, None]).mT, upper=False)
    log_n = -0.5 * (X.shape[1] * np.log(2 * np.pi) + (z**2).sum(1)) - half_logdet[:, None]
    return torch.logsumexp(weights.log()[:, None] + log_n, dim=0)
