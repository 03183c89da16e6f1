# torch, one row of squares
import torch

def log_likelihood_surface(data, mus, sigmas):
    x, m, s = (torch.from_numpy(a) for a in (data, mus, sigmas))
    squares = torch.stack([(x - one).square().sum() for one in m])
    return -squares / (2 * s[:, None] ** 2) - len(x) * (2 * torch.pi * s[:, None] ** 2).log() / 2
