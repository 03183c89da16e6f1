# means.data, because an example somewhere did so.
# loses: gradients reach every parameter
def torch_log_prob(X, weights, means, covariances):
    parts = []
    for k in range(len(weights)):
        normal = torch.distributions.MultivariateNormal(means[k].data, covariances[k])
        parts.append(torch.log(weights[k]) + normal.log_prob(X))
    return torch.logsumexp(torch.stack(parts, dim=1), dim=1)
