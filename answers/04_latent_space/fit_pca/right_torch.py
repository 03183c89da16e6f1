# torch's singular value decomposition
import torch

def fit_pca(X, n_latent):
    t = torch.from_numpy(X)
    mean = t.mean(dim=0)
    _, s, Vh = torch.linalg.svd(t - mean, full_matrices=False)
    return mean, Vh[:n_latent], (s**2 / (s**2).sum())[:n_latent]
