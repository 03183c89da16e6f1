# .item() for every entry and a new tensor at the end.
# loses: gradients reach every parameter
import math

def torch_log_prob(X, weights, means, covariances):
    d = X.shape[1]
    rows = []
    for x in X:
        row = []
        for k in range(len(weights)):
            diff = x - means[k]
            quad = (diff @ torch.linalg.solve(covariances[k], diff)).item()
            logdet = torch.linalg.slogdet(covariances[k])[1].item()
            row.append(math.log(weights[k].item()) - 0.5 * (d * math.log(2 * math.pi) + logdet + quad))
        rows.append(row)
    return torch.logsumexp(torch.tensor(rows, dtype=X.dtype), dim=1)
