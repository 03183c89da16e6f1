# X is centred in place; the means are shifted in a copy.
# loses: arguments are left alone
def torch_log_prob(X, weights, means, covariances):
    centre = X.mean(dim=0) + 1
    X -= centre
    normal = torch.distributions.MultivariateNormal(means - centre, covariances)
    return torch.logsumexp(normal.log_prob(X[:, None]) + weights.log(), dim=1)
