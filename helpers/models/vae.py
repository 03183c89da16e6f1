"""A variational autoencoder of 8 × 8 digits with two latent numbers, run in NumPy.

Model: z ~ N(0, I), x given z ~ N(decode(z), sigma² I). `training/vae.py` makes the weights.
"""

import io
from importlib import resources

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class VAE:
    """The trained model: `encode`, `decode`, and the decoder's standard deviation `sigma`."""

    n_latent = 2

    def __init__(self) -> None:
        stored = resources.files("helpers.models").joinpath("vae.npz").read_bytes()
        with np.load(io.BytesIO(stored)) as weights:
            self._weights = {name: weights[name].astype(float) for name in weights.files}
        self.sigma = float(np.exp(self._weights["log_sigma"]))

    def _network(self, name: str, x: Array) -> Array:
        """Three linear layers with tanh between them. x (..., n_in) → (..., n_out)"""
        for layer in (0, 2, 4):
            x = np.tanh(x) if layer else x
            W, b = (self._weights[f"{name}.{layer}.{part}"] for part in ("weight", "bias"))
            x = x @ W.T + b
        return x

    def encode(self, X: Array) -> Array:
        """Mean of q(z given x) for images in [0, 1]. X (64,) or (n, 64) → (2,) or (n, 2)"""
        return self._network("encoder", np.asarray(X, dtype=float))[..., : self.n_latent]

    def decode(self, Z: Array) -> Array:
        """Images in [0, 1]. Z (2,) or (n, 2) → (64,) or (n, 64)"""
        logits = self._network("decoder", np.asarray(Z, dtype=float))
        return 0.5 * (1 + np.tanh(0.5 * logits))  # the sigmoid, without overflow
