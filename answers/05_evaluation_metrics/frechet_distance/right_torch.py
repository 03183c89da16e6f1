# Eigenvalues of torch, as some packages do.
import torch

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    a, b, s, t = (torch.as_tensor(x, dtype=torch.float64) for x in (mu_r, mu_g, sigma_r, sigma_g))
    overlap = torch.linalg.eigvals(s @ t).sqrt().real.sum()
    return ((a - b).square().sum() + s.trace() + t.trace() - 2 * overlap).item()
