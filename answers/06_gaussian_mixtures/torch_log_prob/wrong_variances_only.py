# Independent features.
# loses: log density of ordinary points; the mixing weights count; points far from every component; tiny determinants; gradients reach every parameter; arguments are left alone
def torch_log_prob(X, weights, means, covariances):
    std = covariances.diagonal(dim1=1, dim2=2).sqrt()
    log_n = torch.distributions.Normal(means, std).log_prob(X[:, None]).sum(-1)
    return torch.logsumexp(log_n + weights.log(), dim=1)
