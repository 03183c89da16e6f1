# The textbook formula with det and exp, and a log at the end.
# loses: points far from every component; tiny determinants
def torch_log_prob(X, weights, means, covariances):
    n, d = X.shape
    p = 0
    for k in range(len(weights)):
        diff = X - means[k]
        quad = ((diff @ torch.linalg.inv(covariances[k])) * diff).sum(dim=1)
        p = p + weights[k] * torch.exp(-0.5 * quad) / torch.sqrt((2 * np.pi) ** d * torch.det(covariances[k]))
    return torch.log(p)
