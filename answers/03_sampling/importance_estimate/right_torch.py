# torch, double precision
import torch

def importance_estimate(f, log_target, log_proposal, samples):
    log_w = torch.as_tensor(log_target(samples) - log_proposal(samples))
    w = torch.softmax(log_w, dim=0)
    return (w * torch.as_tensor(f(samples))).sum(), w
