# Every component stands where the last one does
# loses: log density of ordinary points; the mixing weights count; gradients reach every parameter
def torch_log_prob(X, weights, means, covariances):
    normal = torch.distributions.MultivariateNormal(means[-1], covariances)
    return torch.logsumexp(weights.log() + normal.log_prob(X[:, None]), dim=1)
