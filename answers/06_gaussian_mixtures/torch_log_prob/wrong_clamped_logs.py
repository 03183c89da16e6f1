# Log densities are clamped at -700 so that exp keeps them.
# loses: points far from every component
def torch_log_prob(X, weights, means, covariances):
    normal = torch.distributions.MultivariateNormal(means, covariances)
    log_p = normal.log_prob(X[:, None]).clamp(min=-700)
    return (weights * log_p.exp()).sum(dim=1).log()
