# logsumexp by hand, with the largest term kept out of the graph.
def torch_log_prob(X, weights, means, covariances):
    n, d = X.shape
    columns = []
    for w, m, S in zip(weights, means, covariances):
        c = X - m
        quad = (c * torch.linalg.solve(S, c.T).T).sum(dim=1)
        columns.append(torch.log(w) - 0.5 * (quad + torch.logdet(S) + d * np.log(2 * np.pi)))
    a = torch.stack(columns, dim=1)
    top = a.max(dim=1, keepdim=True).values.detach()
    return (a - top).exp().sum(dim=1).log() + top[:, 0]
