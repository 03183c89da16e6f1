# The weights are replaced by their logs in place, which a leaf with a gradient does not allow.
# loses: gradients reach every parameter; arguments are left alone
def torch_log_prob(X, weights, means, covariances):
    weights.log_()
    normal = torch.distributions.MultivariateNormal(means, covariances)
    return torch.logsumexp(normal.log_prob(X[:, None]) + weights, dim=1)
