"""Puts the questions of section 05 to a student's functions. Runs in the student process.

``NOTEBOOK`` is the namespace of the student's notebook.
"""

import numpy as np
from scipy.special import rel_entr

from nbjudge.guest.blame import lent, numbers, theirs
from nbjudge.guest.lending import lending

NOTEBOOK: dict = {}


def distributions(p, q):
    """Whether these are distributions along the last axis, as they may be broadcast."""
    return numbers(p, q) and np.ndim(p) > 0 and np.broadcast_shapes(np.shape(p), np.shape(q)) != ()


def gaussians(mu_r, sigma_r, mu_g, sigma_g):
    """Whether these are two means (d,) and two finite, symmetric covariances (d, d)."""
    d = len(mu_r)
    right = numbers(mu_r, sigma_r, mu_g, sigma_g) and np.shape(mu_r) == np.shape(mu_g) == (d,)
    return right and all(
        np.shape(sigma) == (d, d)
        and np.isfinite(sigma).all()
        and np.allclose(sigma, np.transpose(sigma))
        for sigma in (sigma_r, sigma_g)
    )


@lent(distributions)
def working_kl_divergence(p, q):
    return rel_entr(np.asarray(p), np.asarray(q)).sum(axis=-1)


@lent(gaussians)
def working_frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    """By singular values of Σr^½ Σg^½, which are those of the matrix root's eigenvalues."""
    roots = []
    for sigma in (sigma_r, sigma_g):
        values, vectors = np.linalg.eigh(np.atleast_2d(sigma))
        roots.append((vectors * np.sqrt(values.clip(min=0))) @ vectors.T)
    overlap = np.linalg.svd(roots[0] @ roots[1], compute_uv=False).sum()
    squares = np.sum(np.square(np.asarray(mu_r) - np.asarray(mu_g)))
    return max(float(squares + np.trace(sigma_r) + np.trace(sigma_g) - 2 * overlap), 0.0)


def kl_divergence(function, p, q):
    return function(p, q)


def inception_score(function, probs, splits=None, own=False):
    """Without ``splits`` the student's own default is asked for."""
    with lending(NOTEBOOK, own, kl_divergence=working_kl_divergence):
        return function(probs) if splits is None else function(probs, splits=splits)


def mean_entropy(function, probs, own=False):
    with lending(NOTEBOOK, own, kl_divergence=working_kl_divergence):
        return function(probs)


def frechet_distance(function, mu_r, sigma_r, mu_g, sigma_g):
    return function(mu_r, sigma_r, mu_g, sigma_g)


def real_part(function, mu_r, sigma_r, mu_g, sigma_g):
    """The real part alone: that a distance is not complex is for another question."""
    distance = function(mu_r, sigma_r, mu_g, sigma_g)
    with theirs():
        return {"real part": np.real(distance) if np.iscomplexobj(distance) else distance}


def fid(function, real_features, generated_features, own=False):
    with lending(NOTEBOOK, own, frechet_distance=working_frechet_distance):
        return function(real_features, generated_features)


def kernel_inception_distance(function, real_features, generated_features):
    return function(real_features, generated_features)
