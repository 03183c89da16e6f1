# MultivariateNormal from Cholesky factors, broadcast over components.
def torch_log_prob(X, weights, means, covariances):
    L = torch.linalg.cholesky(covariances)
    normal = torch.distributions.MultivariateNormal(means, scale_tril=L)
    return torch.logsumexp(torch.log(weights) + normal.log_prob(X.unsqueeze(1)), dim=-1)
