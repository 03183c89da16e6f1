# A ridge written into the covariances, under no_grad to keep torch quiet.
# loses: arguments are left alone
def torch_log_prob(X, weights, means, covariances):
    with torch.no_grad():
        covariances += 1e-12 * torch.eye(X.shape[1], dtype=X.dtype)
    normal = torch.distributions.MultivariateNormal(means, covariances)
    return torch.logsumexp(normal.log_prob(X[:, None]) + weights.log(), dim=1)
