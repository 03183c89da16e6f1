"""Puts the questions of section 04 to a student's objects. Runs in the student process.

``NOTEBOOK`` is the namespace of the student's notebook.
"""

import numpy as np

from nbjudge.guest.blame import lent, numbers, theirs

NOTEBOOK: dict = {}


def codes(decoder, z):
    """Whether a decoder is given one code (L,) or many (n, L)."""
    return numbers(z) and np.ndim(z) in (1, 2) and np.shape(z)[-1] == decoder.n_latent


class LinearDecoder:
    """x = zW + b for one code (L,) or many (n, L); a function, and a model that has ``decode``."""

    def __init__(self, weights, bias):
        self.weights, self.bias = np.array(weights), np.array(bias)
        self.n_latent = len(self.weights)

    @lent(codes)
    def __call__(self, z):
        return np.atleast_1d(np.asarray(z, dtype=float)) @ self.weights + self.bias

    def decode(self, z):
        return self(z)


class ExponentialDecoder(LinearDecoder):
    """x = exp(zW + b): a straight line of codes is a curve of images."""

    @lent(codes)
    def __call__(self, z):
        return np.exp(super().__call__(z))


def real(part):
    """The real part of what is complex in name only, as eigenvectors from ``eig`` may be."""
    return np.real_if_close(part) if isinstance(part, np.ndarray) else part


def fit_pca(function, X, n_latent):
    answer = function(X, n_latent)
    if not isinstance(answer, (tuple, list)):
        return answer
    with theirs():
        parts = [real(part) for part in answer]
    return parts if isinstance(answer, list) else tuple(parts)


def encode(function, X, mean, components):
    return function(X, mean, components)


def decode(function, Z, mean, components):
    return function(Z, mean, components)


def interpolate(LatentSpaceExplorer, weights, bias, z1, z2, num_steps=None):
    explorer = LatentSpaceExplorer(ExponentialDecoder(weights, bias))
    more = () if num_steps is None else (num_steps,)
    return explorer.interpolate(z1, z2, *more)


def arithmetic(LatentSpaceExplorer, weights, bias, z_base, z_attribute, alpha=None):
    explorer = LatentSpaceExplorer(ExponentialDecoder(weights, bias))
    more = () if alpha is None else (alpha,)
    return explorer.arithmetic(z_base, z_attribute, *more)


def attribute_direction(function, Z, has_attribute):
    return function(Z, has_attribute)


def log_marginal_likelihood(function, x, weights, bias, sigma, n_samples, seed, calls=1):
    """The estimates of so many calls, each with a generator of its own."""
    decoder = LinearDecoder(weights, bias)
    generators = np.random.default_rng(seed).spawn(calls)
    xs = [x, *(x.copy() for _ in range(calls - 1))]  # so that a changed x spoils one call alone
    pairs = zip(xs, generators, strict=True)
    return [function(x, decoder, sigma, n_samples, rng) for x, rng in pairs]
