# torch, with a torch generator seeded from self.rng
@add_to_class(GMM)
def sample(self, n_samples):
    g = torch.Generator().manual_seed(int(self.rng.integers(2**40)))
    w = torch.as_tensor(self.weights)
    mu, L = torch.as_tensor(self.means), torch.linalg.cholesky(torch.as_tensor(self.covariances))
    z = torch.multinomial(w, n_samples, replacement=True, generator=g)
    eps = torch.randn(n_samples, mu.shape[1], 1, dtype=torch.float64, generator=g)
    return (mu[z] + (L[z] @ eps).squeeze(-1)).numpy()
