# torch.xlogy, then back to numpy.
import torch

def kl_divergence(p, q):
    p, q = torch.as_tensor(p), torch.as_tensor(q)
    terms = torch.where(p > 0, torch.xlogy(p, p) - p * torch.log(q), torch.zeros(()).double())
    return terms.sum(-1).numpy()
