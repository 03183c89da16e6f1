# torch, seeded from rng
import torch

def sample_class(label, n, means, variances, rng):
    g = torch.Generator().manual_seed(int(rng.integers(2**40)))
    z = torch.randn((n, means.shape[1]), generator=g, dtype=torch.float64)
    return (torch.as_tensor(means[label]) + torch.as_tensor(variances[label]).sqrt() * z).numpy()
