"""Puts the questions of section 06 to a student's objects. Runs in the student process.

``NOTEBOOK`` is the namespace of the student's notebook.
"""

import contextlib
import ctypes
import gc
import resource

import numpy as np
import torch
from scipy.special import logsumexp
from sklearn.mixture import GaussianMixture

from nbjudge.guest.blame import lent, numbers, theirs, wrap

NOTEBOOK: dict = {}
PARAMETERS = ("weights", "means", "covariances")
MADE: list = []  # the covariances that the lent M-step has made last of legal shares
STREAM: list = []  # the mixture that is being fed


def build(GMM, weights, means, covariances, seed=0):
    """The student's mixture with these parameters and a fresh generator."""
    gmm = GMM(len(weights))
    gmm.weights, gmm.means, gmm.covariances = weights, means, covariances
    gmm.rng = np.random.default_rng(seed)
    return gmm


def parameters(gmm):
    """What the student's mixture holds now, as it is, but safe from later changes."""
    values = {name: getattr(gmm, name) for name in PARAMETERS}
    return {k: v.copy() if isinstance(v, np.ndarray) else v for k, v in values.items()}


def sound(gmm):
    """Whether a mixture's parameters are legal, or what the lent M-step has made of legal data."""
    weights, means, covariances = (np.asarray(getattr(gmm, name)) for name in PARAMETERS)
    K, d = means.shape
    right = weights.shape == (K,) and covariances.shape == (K, d, d)
    if not right or not numbers(weights, means, covariances) or weights.min() <= 0:
        return False
    made = any(gmm.covariances is array for array in MADE)
    return made or np.linalg.eigvalsh(covariances).min() > 0


def sound_rows(gmm, X):
    """Whether the mixture is sound and X is an array (n, d) of finite rows for it."""
    n, d = np.shape(X)
    right = isinstance(X, np.ndarray) and numbers(X) and n > 0 and d == np.shape(gmm.means)[1]
    return right and np.isfinite(X).all() and sound(gmm)


def sound_source(gmm, n_samples):
    """Whether so many rows can be drawn from the mixture, with its own generator."""
    right = isinstance(n_samples, (int, np.integer)) and isinstance(gmm.rng, np.random.Generator)
    return right and n_samples > 0 and sound(gmm) and abs(np.sum(gmm.weights) - 1) < 1e-12


def shares(gmm, X, responsibilities):
    """Whether X (n, d) are finite rows and every component has a share in them."""
    n, d = np.shape(X)
    columns = np.asarray(responsibilities)
    right = columns.ndim == 2 and columns.shape[0] == n and d > 0 and numbers(X, columns)
    return right and np.isfinite(X).all() and columns.sum(axis=0).min() > 0


def library(gmm):
    """scikit-learn's mixture with the student's parameters."""
    model = GaussianMixture(len(gmm.weights))
    model.weights_, model.means_ = np.asarray(gmm.weights), np.asarray(gmm.means)
    model.covariances_ = steady(np.asarray(gmm.covariances))
    model.precisions_cholesky_ = whitening(model.covariances_).transpose(0, 2, 1)
    return model


@lent(sound_source)
def library_sample(gmm, n_samples):
    model = library(gmm).set_params(random_state=int(gmm.rng.integers(2**31)))
    return model.sample(n_samples)[0]


def steady(covariances):
    """The covariances (K, d, d), or wider ones where a component has collapsed to a point.

    EM does so from some starts; whoever is lent its steps is not to blame.
    """
    try:
        np.linalg.cholesky(covariances)
    except np.linalg.LinAlgError:
        spread = np.trace(covariances, axis1=1, axis2=2).mean() / covariances.shape[1]
        return covariances + 1e-6 * (spread or 1.0) * np.eye(covariances.shape[1])
    return covariances


def whitening(covariances):
    """What makes rows of each covariance uncorrelated, (K, d, d), lower triangles."""
    return np.linalg.inv(np.linalg.cholesky(covariances))


def log_joint(gmm, X):
    """log of weight times density, X (n, d) → (n, K). Ten times as quick as scikit-learn here."""
    whiten = whitening(steady(np.asarray(gmm.covariances)))
    away = (X - np.asarray(gmm.means)[:, None]) @ whiten.transpose(0, 2, 1)
    scale = np.log(np.diagonal(whiten, axis1=1, axis2=2)).sum(axis=1) + np.log(gmm.weights)
    return scale - 0.5 * ((away**2).sum(axis=2).T + X.shape[1] * np.log(2 * np.pi))


@lent(sound_rows)
def quick_e_step(gmm, X):
    joint = log_joint(gmm, X)
    shares = np.exp(joint - joint.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


@lent(shares)
def quick_m_step(gmm, X, responsibilities):
    columns = np.asarray(responsibilities).T
    totals = columns.sum(axis=1)
    means = columns @ X / totals[:, None]
    away = X - means[:, None]
    covariances = (columns[:, None] * away.transpose(0, 2, 1)) @ away / totals[:, None, None]
    MADE[:] = [covariances] if (columns >= 0).all() and np.isfinite(covariances).all() else []
    with theirs():
        gmm.weights, gmm.means, gmm.covariances = totals / len(X), means, covariances


@lent(sound_rows)
def quick_log_likelihood(gmm, X):
    return float(logsumexp(log_joint(gmm, X), axis=1).sum())


METHODS = {
    "_e_step": quick_e_step,
    "_m_step": quick_m_step,
    "log_likelihood": quick_log_likelihood,
    "sample": library_sample,
}


@contextlib.contextmanager
def lending(own, methods=(), functions=None):
    """Replace other TODOs by working ones while a question is put, unless ``own`` is asked for."""
    functions = functions or {}
    old_functions = {name: NOTEBOOK.get(name) for name in functions}
    with theirs():
        GMM = NOTEBOOK["GMM"]
        old_methods = {name: GMM.__dict__.get(name) for name in methods}
        if not own:
            for name in methods:
                setattr(GMM, name, METHODS[name])
    if not own:
        NOTEBOOK.update(functions)
    try:
        yield
    finally:
        with theirs():
            for name, value in old_methods.items():
                setattr(GMM, name, value) if value is not None else delattr(GMM, name)
        NOTEBOOK.update(old_functions)


def e_step(GMM, weights, means, covariances, X, kept=False):
    """The result, or what parameters are ``kept``; so it is with all that should change none."""
    gmm = build(GMM, weights, means, covariances)
    result = gmm._e_step(X)
    return parameters(gmm) if kept else result


def m_step(GMM, weights, means, covariances, X, responsibilities):
    gmm = build(GMM, weights.copy(), means.copy(), covariances.copy())
    gmm._m_step(X, responsibilities)
    return parameters(gmm)


def log_likelihood(GMM, weights, means, covariances, X, kept=False):
    gmm = build(GMM, weights, means, covariances)
    result = gmm.log_likelihood(X)
    return parameters(gmm) if kept else result


def sample(GMM, weights, means, covariances, seed, sizes, kept=False):
    """The draws of consecutive calls on one mixture."""
    gmm = build(GMM, weights, means, covariances, seed)
    draws = [gmm.sample(size) for size in sizes]
    return parameters(gmm) if kept else draws


def n_parameters(function, n_components, n_features, covariance_type):
    return function(n_components, n_features, covariance_type)


def compute_bic(function, weights, means, covariances, X, table, kept=False, own=False):
    """``table`` lists the parameter counts that ``n_parameters`` would give for this mixture."""
    with theirs():
        gmm = build(wrap(NOTEBOOK["GMM"]), weights, means, covariances)
    shape = tuple(means.shape)

    @lent(lambda *_, **__: False)  # whoever asks for what is not in the table is mistaken
    def count(n_components, n_features, covariance_type="full"):
        if (n_components, n_features) != shape:
            raise ValueError("this mixture has another number of components or features")
        return table[covariance_type]

    with lending(own, ["_e_step", "log_likelihood"], {"n_parameters": count}):
        result = function(gmm, X)
    return parameters(gmm) if kept else result


def select_n_components(function, X, candidates, own=False):
    @lent(sound_rows)
    def bic(gmm, X):
        return float(library(gmm).bic(X))

    methods = ["_e_step", "_m_step", "log_likelihood"]
    with lending(own, methods, {"compute_bic": bic}):
        return function(X, candidates)


def conditional_sample(
    GMM, weights, means, covariances, condition, n_samples, seed, calls=1, kept=False, own=False
):
    """The draws of so many calls on one mixture."""
    with lending(own, ["_e_step", "sample"]):
        gmm = build(GMM, weights, means, covariances, seed)
        draws = [gmm.conditional_sample(condition, n_samples) for _ in range(calls)]
    return parameters(gmm) if kept else draws


def online_update(GMM, weights, means, covariances, batches, own=False):
    """The parameters after every batch."""
    path = []
    with lending(own, ["_e_step", "_m_step"]):
        gmm = build(GMM, weights.copy(), means.copy(), covariances.copy())
        for batch in batches:
            gmm.online_update(batch)
            path.append(parameters(gmm))
    return path


def online_stream(GMM, weights, means, covariances, batch, first, own=False):
    """The parameters after one more batch of a stream that goes on from question to question."""
    with lending(own, ["_e_step", "_m_step"]):
        if first:
            STREAM.clear()
            give_back_memory(everything=True)
            gmm = build(GMM, weights.copy(), means.copy(), covariances.copy())
            STREAM.extend([gmm, used_up()])
        STREAM[0].online_update(batch)
    give_back_memory()
    return parameters(STREAM[0])


def give_back_memory(everything=False):
    """Return to the system what is no longer used, or only what was young, which is quicker."""
    gc.collect(2 if everything else 1)
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def used_up():
    """Small objects in all the room that Python keeps for such: what comes after them shows.

    That room is kept by size: multiples of 16 bytes up to 512, of which a text takes 33 itself.
    """
    kept = []
    for size in range(48, 513, 16):
        before = resident()
        while resident() < before + 2**8 and len(kept) < 1000:
            kept.append([bytes(size - 33) for _ in range(2**20 // size)])
    return kept


def resident():
    """Units of memory, kilobytes mostly, that this process has held at the most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def torch_log_prob(function, X, weights, means, covariances, cotangent):
    """log p(x) and the gradient of its weighted sum with respect to each parameter."""
    leaves = [t.clone().requires_grad_() for t in (weights, means, covariances)]
    value = function(X, *leaves)
    if not isinstance(value, torch.Tensor):
        return {"value": value}
    with theirs():
        total = (value * cotangent).sum()
        gradients = torch.autograd.grad(total, leaves, allow_unused=True)
    return {"value": value, "gradients": list(gradients)}


def torch_value(function, X, weights, means, covariances):
    return function(X, weights, means, covariances)
