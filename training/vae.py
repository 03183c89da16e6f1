"""Trains the small variational autoencoder of section 04 and writes its weights.

    python training/vae.py

takes about a minute on a CPU. Kingma and Welling, "Auto-Encoding Variational Bayes" (2014), with a
Gaussian decoder whose standard deviation is learned too.
"""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from helpers import data, models

WEIGHTS = Path(models.__file__).with_name("vae.npz")
N_PIXELS, N_HIDDEN, N_LATENT = 64, 128, 2
N_EPOCHS, BATCH, RATE = 500, 100, 3e-3
NOISE = 0.15  # on the encoder's input alone: unseen digits are encoded better


def network(n_in: int, n_out: int) -> nn.Sequential:
    """Two hidden layers of tanh."""
    return nn.Sequential(
        nn.Linear(n_in, N_HIDDEN),
        nn.Tanh(),
        nn.Linear(N_HIDDEN, N_HIDDEN),
        nn.Tanh(),
        nn.Linear(N_HIDDEN, n_out),
    )


class VAE(nn.Module):
    """q(z given x) = N(mean, variance), p(x given z) = N(sigmoid(decoder(z)), sigma² I)."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = network(N_PIXELS, 2 * N_LATENT)  # means, then log variances
        self.decoder = network(N_LATENT, N_PIXELS)
        self.log_sigma = nn.Parameter(torch.tensor(-1.5))

    def loss(self, x: Tensor) -> Tensor:
        """Negative evidence lower bound per image, without constants. x (n, 64) → scalar"""
        mean, log_var = self.encoder(x + NOISE * torch.randn_like(x)).chunk(2, dim=1)
        z = mean + torch.exp(0.5 * log_var) * torch.randn_like(mean)
        error = ((x - torch.sigmoid(self.decoder(z))) ** 2).sum(dim=1)
        reconstruction = 0.5 * error * torch.exp(-2 * self.log_sigma) + N_PIXELS * self.log_sigma
        divergence = 0.5 * (mean**2 + log_var.exp() - 1 - log_var).sum(dim=1)
        return (reconstruction + divergence).mean()


def train(images: Tensor) -> VAE:
    """Fit to images (n, 64) in [0, 1]."""
    vae = VAE()
    optimizer = torch.optim.AdamW(vae.parameters(), lr=RATE, weight_decay=0.1)
    steps = N_EPOCHS * -(-len(images) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(N_EPOCHS):
        for rows in torch.randperm(len(images)).split(BATCH):
            optimizer.zero_grad()
            vae.loss(images[rows]).backward()
            optimizer.step()
            schedule.step()
    return vae


if __name__ == "__main__":
    torch.manual_seed(0)
    torch.set_num_threads(1)
    images = torch.tensor(data.split_digits()[0], dtype=torch.float32)
    weights = {name: value.numpy() for name, value in train(images).state_dict().items()}
    np.savez_compressed(WEIGHTS, **{name: w.astype(np.float16) for name, w in weights.items()})
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1024:.0f} kB")
