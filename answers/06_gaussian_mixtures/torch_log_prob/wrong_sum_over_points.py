# logsumexp along the wrong axis.
# loses: log density of ordinary points; the mixing weights count; points far from every component; tiny determinants; gradients reach every parameter; arguments are left alone
def torch_log_prob(X, weights, means, covariances):
    normal = torch.distributions.MultivariateNormal(means, covariances)
    return torch.logsumexp(normal.log_prob(X[:, None]) + weights.log(), dim=0)
