# Eigenvalues and eigenvectors.
def torch_log_prob(X, weights, means, covariances):
    vals, vecs = torch.linalg.eigh(covariances)
    z = (X - means[:, None]) @ vecs
    quad = (z.square() / vals[:, None]).sum(-1)
    const = X.shape[-1] * torch.log(torch.tensor(2 * torch.pi, dtype=X.dtype))
    log_n = -0.5 * (quad + vals.log().sum(-1)[:, None] + const)
    return (log_n + weights.log()[:, None]).logsumexp(0)
