# A loop over components and a stack.
import math

def log_gauss(X, mean, cov):
    L = torch.linalg.cholesky(cov)
    z = torch.linalg.solve_triangular(L, (X - mean).T, upper=False)
    return -0.5 * (z ** 2).sum(0) - L.diagonal().log().sum() - 0.5 * len(mean) * math.log(2 * math.pi)

def torch_log_prob(X, weights, means, covariances):
    parts = []
    for k in range(len(weights)):
        parts.append(weights[k].log() + log_gauss(X, means[k], covariances[k]))
    return torch.logsumexp(torch.stack(parts), 0)
