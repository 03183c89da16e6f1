# A function of one point, vectorised by torch.vmap, so the name is bound without a def.
def _one(x, weights, means, covariances):
    L = torch.linalg.cholesky(covariances)
    z = torch.linalg.solve_triangular(L, (x - means).unsqueeze(-1), upper=False)[..., 0]
    half = L.diagonal(dim1=1, dim2=2).log().sum(1)
    log_n = -0.5 * (z ** 2).sum(1) - half - 0.5 * x.shape[0] * np.log(2 * np.pi)
    return torch.logsumexp(log_n + weights.log(), 0)

torch_log_prob = torch.vmap(_one, in_dims=(0, None, None, None))
