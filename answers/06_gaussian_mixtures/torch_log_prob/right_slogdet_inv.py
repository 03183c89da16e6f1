# slogdet and inv in one einsum.
def torch_log_prob(X, weights, means, covariances):
    d = X.size(1)
    diff = X[:, None, :] - means[None, :, :]
    prec = torch.linalg.inv(covariances)
    quad = torch.einsum("nki,kij,nkj->nk", diff, prec, diff)
    logdet = torch.linalg.slogdet(covariances)[1]
    return torch.logsumexp(weights.log() - 0.5 * (quad + logdet + d * np.log(2 * np.pi)), dim=1)
