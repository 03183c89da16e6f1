# The log of torch.det, which underflows in many dimensions.
# loses: tiny determinants
def torch_log_prob(X, weights, means, covariances):
    diff = X[:, None] - means
    quad = torch.einsum("nki,kij,nkj->nk", diff, torch.inverse(covariances), diff)
    log_det = torch.log(torch.det(covariances))
    return torch.logsumexp(weights.log() - 0.5 * (quad + log_det + X.shape[1] * np.log(2 * np.pi)), dim=1)
