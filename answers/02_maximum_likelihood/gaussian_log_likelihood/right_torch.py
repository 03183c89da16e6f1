# torch's normal distribution, and an item
import torch

def gaussian_log_likelihood(data, mu, sigma):
    print("n =", len(data))
    return torch.distributions.Normal(mu, sigma).log_prob(torch.from_numpy(data)).sum().item()
