# torch, with a torch generator seeded from self.rng
@add_to_class(GMM)
def conditional_sample(self, condition, n_samples):
    g = torch.Generator().manual_seed(int(self.rng.integers(2**31)))
    x = torch.tensor(condition)
    b = torch.isnan(x)
    a = ~b
    out = x.repeat(n_samples, 1)
    if not b.any():
        return out
    if not a.any():
        return self.sample(n_samples)
    mu, S = torch.tensor(self.means), torch.tensor(self.covariances)
    Saa, Sab, Sbb = S[:, a][:, :, a], S[:, a][:, :, b], S[:, b][:, :, b]
    known = torch.distributions.MultivariateNormal(mu[:, a], Saa)
    w = torch.softmax(torch.tensor(self.weights).log() + known.log_prob(x[a]), dim=0)
    gain = torch.linalg.solve(Saa, Sab)  # (K, a, b)
    mean = mu[:, b] + ((x[a] - mu[:, a])[:, None] @ gain)[:, 0]
    L = torch.linalg.cholesky(Sbb - Sab.mT @ gain)
    z = torch.multinomial(w, n_samples, replacement=True, generator=g)
    eps = torch.randn(n_samples, int(b.sum()), 1, generator=g, dtype=torch.float64)
    out[:, b] = mean[z] + (L[z] @ eps)[..., 0]
    return out
