# A squeeze at the end drops the axis of a single point.
# loses: log density of ordinary points
def torch_log_prob(X, weights, means, covariances):
    diff = (X[:, None] - means).unsqueeze(-1)
    L = torch.linalg.cholesky(covariances)
    z = torch.linalg.solve_triangular(L, diff, upper=False)
    quad = (z.mT @ z)[..., 0, 0]
    log_n = -0.5 * (quad + X.shape[1] * np.log(2 * np.pi)) - L.diagonal(dim1=1, dim2=2).log().sum(1)
    return torch.logsumexp(log_n + weights.log(), dim=1, keepdim=True).squeeze()
