# A categorical distribution of torch.
import torch

def mean_entropy(probs):
    return torch.distributions.Categorical(probs=torch.as_tensor(probs)).entropy().mean().item()
