# torch, in double precision
import torch

def multinomial_mle(counts):
    c = torch.from_numpy(counts).double()
    return c / c.sum()
