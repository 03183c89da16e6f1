"""A small network that tells digits apart: what Inception is to photographs, for 8 × 8 digits.

Made by ``training/classifier.py``: 64 pixels, two hidden layers of 64 and 24 units with ReLU, ten
classes with softmax.
"""

from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

Array = NDArray[np.float64]


@cache
def _layers() -> list[tuple[Array, Array]]:
    """Weights and biases of the three layers."""
    with resources.files("helpers.models").joinpath("classifier.npz").open("rb") as file:
        stored = np.load(file)
        return [(stored[f"W{i}"].astype(float), stored[f"b{i}"].astype(float)) for i in range(3)]


def features(images: Array) -> Array:
    """What the last hidden layer sees in each image. images (n, 64) in [0, 1] → (n, 24), ≥ 0"""
    *hidden, _ = _layers()
    for W, b in hidden:
        images = np.maximum(images @ W + b, 0)
    return images


def probabilities(images: Array) -> Array:
    """p(y|x) of the ten classes. images (n, 64) in [0, 1] → (n, 10), rows sum to 1"""
    W, b = _layers()[-1]
    return softmax(features(images) @ W + b, axis=1)
