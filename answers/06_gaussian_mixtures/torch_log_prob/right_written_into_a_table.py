# In-place writes into a fresh table, which autograd follows.
def torch_log_prob(X, weights, means, covariances):
    n, d = X.shape
    table = torch.zeros(n, len(weights), dtype=X.dtype)
    for k in range(len(weights)):
        L = torch.linalg.cholesky(covariances[k])
        z = torch.linalg.solve_triangular(L, (X - means[k]).T, upper=False)
        table[:, k] = -0.5 * d * np.log(2 * np.pi) - 0.5 * z.pow(2).sum(0) - L.diag().log().sum()
        table[:, k] += weights[k].log()
    return torch.logsumexp(table, dim=1)
