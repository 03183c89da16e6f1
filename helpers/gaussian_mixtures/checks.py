"""Visible checks of section 06: properties, and small cases with answers in closed form."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
from scipy.stats import multivariate_normal

from helpers.checks import Line, array, came, close, register
from helpers.plots import Array

MEANS = np.array([[-2.0, 1.0], [2.0, -1.0]])
TILTED = np.array([[[1.0, 0.6], [0.6, 0.8]], [[0.5, -0.3], [-0.3, 1.5]]])


def _made(gmm_class: type, weights: Any, means: Any, covariances: Any, seed: int = 0) -> Any:
    """The reader's mixture with parameters set by hand."""
    gmm = gmm_class(len(weights), seed=seed)
    gmm.weights = np.array(weights, dtype=float)
    gmm.means = np.array(means, dtype=float)
    gmm.covariances = np.array(covariances, dtype=float)
    return gmm


def _data(n: int, d: int = 2) -> Array:
    """Public data, the same for everyone."""
    return np.random.default_rng(12).normal(size=(n, d)) * (1.0 + np.arange(d)) + 3.0


@register(
    "e_step",
    "points far from every component, tiny determinants, one dimension, "
    "a single component, mixing weights, uneven covariances",
)
def e_step(gmm_class: type) -> Iterator[Line]:
    """Shape, rows, mixing weights, one point by scipy, one far point."""
    gmm = _made(gmm_class, [0.25, 0.75], MEANS, TILTED)
    X = _data(5)
    line, shares = array(gmm._e_step(X), (5, 2), "responsibilities")
    yield line
    if shares is None:
        return
    total = shares.sum(axis=1)
    yield Line(
        close(total, 1),
        "each row sums to 1",
        f"yours sum to {total[0]:.3g}; did you divide by the sum over the components?",
    )
    alike = _made(gmm_class, [0.25, 0.75], [[-1.0, 0.0], [1.0, 0.0]], [np.eye(2)] * 2)
    middle = np.asarray(alike._e_step(np.array([[0.0, 0.7]])))[0]
    yield Line(
        close(middle, [0.25, 0.75]),
        "half-way between two equal bells: the mixing weights",
        f"expected 0.25 and 0.75, yours are {middle.round(3)}; where do the weights enter?",
    )
    x = np.array([-0.3, 0.2])
    mine = np.asarray(gmm._e_step(x[None]))[0]
    odds = 3 * multivariate_normal.pdf(x, MEANS[1], TILTED[1])
    odds /= multivariate_normal.pdf(x, MEANS[0], TILTED[0])
    yield Line(
        close(mine[1], odds * mine[0]),
        "one point against scipy's densities",
        f"component 1 should get {odds:.4f} times the share of component 0, "
        f"yours gets {mine[1] / mine[0]:.4f} times",
    )
    far = np.asarray(gmm._e_step(np.array([[60.0, 40.0]])))
    yield Line(
        bool(np.isfinite(far).all()),
        "a far point still gets an answer",
        "yours is NaN; normalise in the log domain, before the exponential",
    )


@register(
    "m_step",
    "uneven groups, soft responsibilities, the new mean inside the covariance, "
    "off-diagonal entries, symmetry, one dimension",
)
def m_step(gmm_class: type) -> Iterator[Line]:
    """Groups with one-or-zero responsibilities, whose estimates numpy knows."""
    X = _data(12) @ np.array([[1.0, 0.5], [0.0, 1.0]])
    original = X.copy()
    hard = np.repeat([[1.0, 0.0], [0.0, 1.0]], [9, 3], axis=0)
    gmm = _made(gmm_class, [0.5, 0.5], MEANS, TILTED)
    gmm._m_step(X, hard)
    parts = (("weights", (2,)), ("means", (2, 2)), ("covariances", (2, 2, 2)))
    for name, shape in parts:
        line, value = array(getattr(gmm, name), shape, name)
        yield line
        if value is None:
            return
    yield Line(
        close(gmm.weights, [0.75, 0.25]),
        "9 of 12 points give a weight of 0.75",
        f"yours are {np.round(gmm.weights, 3)}",
    )
    groups = (X[:9], X[9:])
    yield Line(
        close(gmm.means, [g.mean(axis=0) for g in groups]),
        "with one-or-zero responsibilities a mean is its group's mean",
        f"for component 1 expected {groups[1].mean(axis=0).round(2)}, "
        f"yours is {np.round(gmm.means[1], 2)}",
    )
    spread = [np.cov(g.T, bias=True) for g in groups]
    yield Line(
        close(gmm.covariances, spread, 1e-5),
        "and a covariance its group's covariance (np.cov with bias=True)",
        f"for component 1 expected {spread[1].round(2).tolist()}, yours is "
        f"{np.round(gmm.covariances[1], 2).tolist()}; which mean, divided by what?",
    )
    yield Line(
        np.array_equal(X, original),
        "the data are left as they were",
        "your code changes X in place",
    )


@register(
    "log_likelihood",
    "points far from every component, the total over points, "
    "uneven weights, one dimension, high dimension",
)
def log_likelihood(gmm_class: type) -> Iterator[Line]:
    """One component by scipy, a total, a far point."""
    X = _data(6)
    one = _made(gmm_class, [1.0], MEANS[:1], TILTED[:1])
    expected = multivariate_normal.logpdf(X, MEANS[0], TILTED[0]).sum()
    line, mine = array(one.log_likelihood(X), (), "the log-likelihood")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, expected),
        "one component: the sum of scipy's logpdf",
        f"expected {expected:.4f}, yours is {mine:.4f}",
    )
    gmm = _made(gmm_class, [0.25, 0.75], MEANS, TILTED)
    once, twice = gmm.log_likelihood(X), gmm.log_likelihood(np.vstack([X, X]))
    yield Line(
        close(twice, 2 * once),
        "the same data twice: twice the value",
        f"yours goes from {once:.4f} to {twice:.4f}; a total, not a mean",
    )
    far = gmm.log_likelihood(np.array([[90.0, -90.0]]))
    yield Line(bool(np.isfinite(far)), "finite far away", f"yours is {far}; log-sum-exp")


@register(
    "sample",
    "uneven weights, covariances against their square roots, the sign of the "
    "off-diagonal, the order of rows, one dimension, draws from self.rng alone",
)
def sample(gmm_class: type) -> Iterator[Line]:
    """Shares, covariance, order and seed of one large sample."""

    def made(seed: int) -> Any:
        return _made(gmm_class, [0.2, 0.8], 5 * MEANS, [4 * TILTED[0], TILTED[1]], seed)

    n = 4000
    line, X = array(made(3).sample(n), (n, 2), "the sample")
    yield line
    if X is None:
        return
    first = X[:, 0] < 0
    yield Line(
        abs(first.mean() - 0.2) < 0.04,
        "a weight of 0.2 gives a fifth of the rows",
        f"yours gives {first.mean():.3f} of them",
    )
    spread = np.cov(X[first].T) if first.sum() > 2 else np.zeros((2, 2))
    yield Line(
        close(spread, 4 * TILTED[0], 0.3),
        "its rows have its covariance",
        f"expected about {(4 * TILTED[0]).round(1).tolist()}, yours is {spread.round(1).tolist()}",
    )
    changes = int((np.diff(first.astype(int)) != 0).sum())
    yield Line(
        changes > 100,
        "components come in random order",
        f"yours changes only {changes} times along {n} rows",
    )
    yield Line(
        close(made(3).sample(5), made(3).sample(5)),
        "the same seed, the same sample",
        "draw from self.rng and from nothing else",
    )


@register("n_parameters", "all four covariance types, many sizes, types that do not exist")
def n_parameters(function: Callable[..., Any]) -> Iterator[Line]:
    """Two counts by hand, one identity, one refusal."""
    line, mine = array(function(3, 2, "diag"), (), "the count")
    yield line
    if mine is None:
        return
    yield Line(
        mine == 14,
        "K = 3, D = 2, diag: 2 weights, 6 means, 6 variances",
        f"expected 14, yours is {mine:g}",
    )
    mine = function(1, 2, "full")
    yield Line(
        mine == 5,
        "K = 1, D = 2, full: no free weight, 2 for the mean, 3 for the matrix",
        f"expected 5, yours is {mine}",
    )
    yield Line(
        function(1, 4, "tied") == function(1, 4, "full"),
        "with one component tied and full are the same",
        "yours differ",
    )
    try:
        function(2, 2, "round")
    except ValueError:
        yield Line(True, "an unknown type raises ValueError")
    else:
        yield Line(False, "an unknown type raises ValueError", "yours returns a number")


@register("compute_bic", "the sign, the total log-likelihood, the full count of parameters, log n")
def compute_bic(function: Callable[..., Any]) -> Iterator[Line]:
    """A stand-in with one component, whose log-likelihood scipy knows."""
    X = _data(50)
    log_l = float(multivariate_normal(np.zeros(2), np.eye(2)).logpdf(X).sum())
    gmm = SimpleNamespace(
        n_components=1,
        weights=np.ones(1),
        means=np.zeros((1, 2)),
        covariances=np.eye(2)[None],
        log_likelihood=lambda data: log_l,
    )
    expected = -2 * log_l + 5 * np.log(50)
    line, mine = array(function(gmm, X), (), "BIC")
    yield line
    if mine is not None:
        yield Line(
            close(mine, expected),
            f"log L = {log_l:.1f}, 5 parameters, 50 points",
            f"expected {-2 * log_l:.1f} + 5 log 50 = {expected:.1f}, yours is {mine:.1f}",
        )


@register(
    "select_n_components",
    "candidates in any order, lists without the true K or without 1, "
    "the value and not its position",
)
def select_n_components(function: Callable[..., Any]) -> Iterator[Line]:
    """Three far blobs, candidates out of order."""
    rng = np.random.default_rng(5)
    X = np.vstack([rng.normal(size=(m, 2)) * 0.4 + c for m, c in ((70, 0), (50, 6), (60, 12))])
    line, mine = array(function(X, [4, 1, 3]), (), "the choice")
    yield line
    if mine is None:
        return
    yield Line(
        mine == 3,
        "three far blobs, candidates [4, 1, 3]",
        f"expected 3, yours is {mine:g}; return the candidate, not where it stands",
    )


@register(
    "conditional_sample",
    "reweighting of components, any unknown subset, all or nothing "
    "known, conditions far from every component",
)
def conditional_sample(gmm_class: type) -> Iterator[Line]:
    """One component by hand, two that the condition tells apart, copies."""
    n = 4000
    one = _made(gmm_class, [1.0], [[1.0, 2.0]], [[[4.0, 2.4], [2.4, 2.25]]], seed=1)
    line, draws = array(one.conditional_sample(np.array([3.0, np.nan]), n), (n, 2), "the sample")
    yield line
    if draws is None:
        return
    yield Line(bool((draws[:, 0] == 3.0).all()), "what is known is copied", "yours changes it")
    yield Line(
        abs(draws[:, 1].mean() - 3.2) < 0.1,
        "the mean is 2 + (2.4 / 4)(3 − 1) = 3.2",
        f"yours is near {draws[:, 1].mean():.2f}",
    )
    std = np.sqrt(2.25 - 2.4**2 / 4)
    yield Line(
        abs(draws[:, 1].std() - std) < 0.08,
        "and variance 2.25 − 2.4² / 4",
        f"expected a standard deviation of {std:.2f}, yours is {draws[:, 1].std():.2f}",
    )
    two = _made(gmm_class, [0.5, 0.5], [[-4.0, -8.0], [4.0, 8.0]], [np.eye(2)] * 2, seed=1)
    up = np.asarray(two.conditional_sample(np.array([4.0, np.nan]), n))[:, 1]
    yield Line(
        bool((up > 0).all()),
        "x₁ at one component's mean leaves no doubt which one",
        f"{(up < 0).mean():.0%} of yours come from the other; reweight the components",
    )
    full = np.asarray(one.conditional_sample(np.array([3.0, 0.5]), 3))
    yield Line(close(full, [[3.0, 0.5]] * 3), "nothing unknown: copies", f"yours is {full[0]}")


@register(
    "online_update",
    "a sorted stream, batches of different sizes, what you keep between "
    "batches, the first batch as one EM step",
)
def online_update(gmm_class: type) -> Iterator[Line]:
    """One batch as one EM step; two sorted batches of one component."""
    X = np.sort(_data(90), axis=0)
    gmm, step = (_made(gmm_class, [0.3, 0.7], MEANS + 2, TILTED) for _ in range(2))
    gmm.online_update(X)
    step._m_step(X, step._e_step(X))
    same = close(gmm.means, step.means, 1e-4) and close(gmm.covariances, step.covariances, 1e-3)
    yield Line(same, "one batch: the same as one EM step", "yours differs from your own two steps")
    one = _made(gmm_class, [1.0], MEANS[:1], TILTED[:1])
    for batch in (X[:60], X[60:]):
        one.online_update(batch)
    yield Line(
        close(one.means[0], X.mean(axis=0), 1e-4),
        "one component, 60 + 30 sorted points: the mean of all 90",
        f"expected {X.mean(axis=0).round(3)}, yours is {np.round(one.means[0], 3)}; "
        "add the sums up, do not average the parameters",
    )
    yield Line(
        close(one.covariances[0], np.cov(X.T, bias=True), 1e-3),
        "and their covariance",
        f"expected a first entry of {X[:, 0].var():.3f}, yours is {one.covariances[0][0, 0]:.3f}",
    )


@register(
    "torch_log_prob",
    "gradients for every argument, far points, tiny determinants, one dimension, high dimension",
)
def torch_log_prob(function: Callable[..., Any]) -> Iterator[Line]:
    """Values and one gradient of a single component, a far point."""
    import torch

    X, mean, covariance = _data(4), MEANS[:1], TILTED[:1]
    tensors = [torch.tensor(a) for a in (X, np.ones(1), mean, covariance)]
    tensors[2].requires_grad_(True)
    answer = function(*tensors)
    if not isinstance(answer, torch.Tensor):
        yield Line(False, "log p(x): a tensor", came(answer))
        return
    line, mine = array(answer.detach(), (4,), "log p(x)")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, multivariate_normal.logpdf(X, mean[0], covariance[0])),
        "one component: scipy's logpdf",
        f"your first value is {mine[0]:.4f}",
    )
    if not answer.requires_grad:
        yield Line(False, "the gradient passes", "it is lost on the way: stay in torch")
        return
    answer.sum().backward()
    expected = np.linalg.solve(covariance[0], (X - mean[0]).sum(axis=0))
    gradient = tensors[2].grad
    yield Line(
        gradient is not None and close(gradient[0], expected),
        "its gradient for the mean is Σ⁻¹ Σᵢ (xᵢ − μ)",
        f"yours is {gradient}",
    )
    far = function(tensors[0] + 100, *[torch.tensor(a) for a in ([0.4, 0.6], MEANS, TILTED)])
    yield Line(bool(torch.isfinite(far).all()), "finite far away", "use logsumexp")
