"""Visible checks of section 04: properties, and small cases with answers in closed form."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
from scipy.stats import multivariate_normal

from helpers.checks import Line, array, close, register, untouched
from helpers.plots import Array

MEAN = np.array([2.0, -1.0, 0.5])
ROWS = np.array([[0.6, 0.8, 0.0], [0.0, 0.0, -1.0]])  # orthonormal
START, END = np.array([-1.0, 2.0]), np.array([3.0, 0.5])
TOLERANCE = 1e-4  # enough for answers in float32


def _ends() -> tuple[Array, Array]:
    """Fresh copies, which an answer may spoil."""
    return START.copy(), END.copy()


def _bent(Z: Array) -> Array:
    """A decoder that is not linear. Z (2,) or (n, 2) → (3,) or (n, 3)"""
    first, second = np.asarray(Z)[..., 0], np.asarray(Z)[..., 1]
    return np.stack([first**2, first * second, np.sin(second)], axis=-1)


def _explorer(explorer_class: type) -> Any:
    """The reader's explorer around the bent decoder."""
    return explorer_class(SimpleNamespace(decode=_bent, n_latent=2))


@register(
    "fit_pca",
    "data far from the origin, the total variance in the ratio, orthonormal rows "
    "in order, any number of components up to the rank, more columns than rows",
)
def fit_pca(function: Callable[..., Any]) -> Iterator[Line]:
    """Mean, orthonormal rows, first direction and ratios against the covariance matrix."""
    X = np.random.default_rng(4).normal(size=(40, 4)) * [3.0, 2.0, 1.0, 0.5] + 10
    X[:, 1] += X[:, 0]
    original = X.copy()
    parts = []
    names = (("mean", (4,)), ("components", (2, 4)), ("explained_variance_ratio", (2,)))
    for value, (name, shape) in zip(function(X, 2), names, strict=True):
        line, part = array(value, shape, name)
        yield line
        if part is None:
            return
        parts.append(part)
    mean, components, ratio = parts
    yield Line(
        close(mean, X.mean(axis=0), TOLERANCE),
        "the mean of the rows",
        f"expected {X.mean(axis=0).round(2)}, yours is {mean.round(2)}",
    )
    yield Line(
        close(components @ components.T, np.eye(2), TOLERANCE),
        "components: orthonormal",
        f"their inner products are {(components @ components.T).round(3).tolist()}",
    )
    variances, vectors = np.linalg.eigh(np.cov(X.T))
    along = abs(float(vectors[:, -1] @ components[0]))
    yield Line(
        close(along, 1, TOLERANCE),
        "the first one: the direction of most variance",
        f"its cosine with it is {along:.3f}; are the rows centred?",
    )
    expected = variances[:1:-1] / variances.sum()
    yield Line(
        close(ratio, expected, TOLERANCE),
        "ratio: variances over the total variance",
        f"expected {expected.round(4)}, yours is {ratio.round(4)}; the total of what?",
    )
    yield array(function(X, 1)[1], (1, 4), "a single component")[0]
    yield untouched(original, X, "the data")


@register("encode", "data far from the origin, any number of rows and components")
def encode(function: Callable[..., Any]) -> Iterator[Line]:
    """The mean, and a point built from known codes."""
    X = np.stack([MEAN, MEAN + 2 * ROWS[0] - 3 * ROWS[1]])
    given = X.copy()
    line, Z = array(function(given, MEAN.copy(), ROWS.copy()), (2, 2), "codes")
    yield line
    if Z is None:
        return
    yield Line(
        close(Z[0], 0, TOLERANCE),
        "the mean has the code 0",
        f"yours is {Z[0].round(3)}; what must be subtracted first?",
    )
    yield Line(
        close(Z[1] - Z[0], [2, -3], TOLERANCE),
        "mean + 2 × row 0 − 3 × row 1: (2, −3)",
        f"relative to the mean, yours is {(Z[1] - Z[0]).round(3)}",
    )
    yield array(function(X[:1], MEAN.copy(), ROWS.copy()), (1, 2), "the code of a single row")[0]
    yield untouched(X, given, "X")


@register("decode", "data far from the origin, any number of rows and components")
def decode(function: Callable[..., Any]) -> Iterator[Line]:
    """The code 0, one known point, the round trip of a code."""
    Z = np.array([[0.0, 0.0], [2.0, -3.0], [1.5, 0.5]])
    given = Z.copy()
    line, X = array(function(given, MEAN.copy(), ROWS.copy()), (3, 3), "decoded points")
    yield line
    if X is None:
        return
    yield Line(
        close(X[0], MEAN, TOLERANCE),
        "the code 0 is decoded to the mean",
        f"yours is {X[0].round(3)}, the mean is {MEAN}",
    )
    yield Line(
        close(X[1] - X[0], 2 * ROWS[0] - 3 * ROWS[1], TOLERANCE),
        "the code (2, −3): 2 × row 0 − 3 × row 1 away from it",
        f"yours is {(X[1] - X[0]).round(3)} away",
    )
    yield Line(
        close((X - MEAN) @ ROWS.T, Z, TOLERANCE),
        "encoded again, the codes come back",
        "they do not",
    )
    yield array(function(Z[:1], MEAN.copy(), ROWS.copy()), (1, 3), "a single decoded point")[0]
    yield untouched(Z, given, "Z")


@register(
    "interpolate",
    "decoders that are not linear, any number of latent numbers and steps, "
    "both ends, equal steps in latent space",
)
def interpolate(explorer_class: type) -> Iterator[Line]:
    """Shape, ends, the middle and one uneven step, with a bent decoder."""
    explorer = _explorer(explorer_class)
    line, path = array(explorer.interpolate(*_ends(), 5), (5, 3), "five steps")
    yield line
    if path is None:
        return
    ends = close(path[0], _bent(START), TOLERANCE) and close(path[-1], _bent(END), TOLERANCE)
    yield Line(
        ends,
        "the first and the last are the two ends, decoded",
        f"expected {_bent(START).round(3)} and {_bent(END).round(3)}, "
        f"yours are {path[0].round(3)} and {path[-1].round(3)}",
    )
    middle, faded = _bent((START + END) / 2), (_bent(START) + _bent(END)) / 2
    if close(path[2], faded, TOLERANCE):
        look = "yours is the mean of the two decoded ends: mix the codes, then decode"
    else:
        look = f"expected {middle.round(3)}, yours is {path[2].round(3)}"
    yield Line(close(path[2], middle, TOLERANCE), "the middle: the mid-point code, decoded", look)
    quarter = _bent(0.75 * START + 0.25 * END)
    yield Line(
        close(path[1], quarter, TOLERANCE),
        "the second of five: a quarter of the way",
        f"expected {quarter.round(3)}, yours is {path[1].round(3)}",
    )
    yield array(explorer.interpolate(*_ends()), (10, 3), "ten steps where none are named")[0]


@register("arithmetic", "decoders that are not linear, any alpha, negative ones too")
def arithmetic(explorer_class: type) -> Iterator[Line]:
    """Three strengths, with a bent decoder."""
    explorer = _explorer(explorer_class)
    line, moved = array(explorer.arithmetic(*_ends()), (3,), "the picture")
    yield line
    if moved is None:
        return
    if close(moved, _bent(START) + _bent(END), TOLERANCE):
        look = "yours adds two decoded pictures: add the codes, then decode"
    else:
        look = f"expected {_bent(START + END).round(3)}, yours is {moved.round(3)}"
    yield Line(close(moved, _bent(START + END), TOLERANCE), "alpha is 1 where none is named", look)
    for alpha in (0.0, -0.5):
        given = _ends()
        mine = np.asarray(explorer.arithmetic(*given, alpha=alpha))
        expected = _bent(START + alpha * END)
        yield Line(
            close(mine, expected, TOLERANCE),
            f"alpha = {alpha}",
            f"expected {expected.round(3)}, yours is {mine.round(3)}",
        )
    yield untouched(np.stack([START, END]), np.stack(given), "the codes")


@register("attribute_direction", "groups of different sizes, codes far from 0, the sign")
def attribute_direction(function: Callable[..., Any]) -> Iterator[Line]:
    """Four codes by hand: one has the attribute, three have not."""
    Z = np.array([[1.0, 7.0], [2.0, 4.0], [3.0, 4.0], [7.0, 4.0]])
    has = np.array([True, False, False, False])
    given = Z.copy()
    line, mine = array(function(given, has.copy()), (2,), "the direction")
    yield line
    if mine is None:
        return
    hints = {
        "the sign: from without to with": [3, -3],
        "yours is the mean of those with it, not a change": [1, 7],
        "subtract the mean of those without, not of all": [-2.25, 2.25],
    }
    look = next(
        (h for h, wrong in hints.items() if close(mine, wrong, TOLERANCE)),
        f"yours is {mine.round(3)}",
    )
    yield Line(
        close(mine, [-3, 3], TOLERANCE),
        "with: (1, 7); without: (2, 4), (3, 4), (7, 4); direction (−3, 3)",
        look,
    )
    yield untouched(Z, given, "the codes")


class _Decoder:
    """A linear decoder for checks; slopes of 0 ignore z."""

    def __init__(self, slopes: Array) -> None:
        self.slopes = slopes  # (L, d)
        self.n_latent = len(slopes)

    def __call__(self, Z: Array) -> Array:
        """Z (L,) or (n, L) → (d,) or (n, d)"""
        return np.asarray(Z) @ self.slopes + 1.0


@register(
    "log_marginal_likelihood",
    "log of the mean against mean of the logs, far images, many "
    "pixels, any sigma and number of latent numbers, draws from "
    "rng alone",
)
def log_marginal_likelihood(function: Callable[..., Any]) -> Iterator[Line]:
    """A decoder that ignores z, one in closed form, a far image, the seed."""
    x = np.array([2.4, -0.2, 1.8])
    flat = _Decoder(np.zeros((2, 3)))
    linear = _Decoder(np.array([[1.0, -0.5, 0.8], [0.3, 0.9, -0.6], [0.2, 0.4, 0.7]]))
    exact = multivariate_normal(np.ones(3), 0.36 * np.eye(3)).logpdf(x)
    answer = function(x.copy(), flat, 0.6, 50, np.random.default_rng(1))
    line, mine = array(answer, (), "the estimate")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, exact, TOLERANCE),
        "a decoder that ignores z: log N(x; decode(z), σ²I)",
        f"expected {exact:.4f}, yours is {mine:.4f}; is the constant of d pixels there?",
    )
    covariance = linear.slopes.T @ linear.slopes + 0.36 * np.eye(3)
    law = multivariate_normal(np.ones(3), covariance)
    for image, name in ((np.ones(3), "its mean image"), (x, "another image")):
        many, again, other = (
            float(function(image.copy(), linear, 0.6, 10_000, rng))
            for rng in map(np.random.default_rng, (2, 2, 3))
        )
        yield Line(
            abs(many - law.logpdf(image)) < 0.2,
            f"a linear decoder at {name}: the closed form, up to 0.2",
            f"expected about {law.logpdf(image):.2f}, yours is {many:.2f}; which comes "
            "first, mean or log? do the codes follow the prior?",
        )
    yield Line(
        again == many != other,
        "the same seed, the same estimate; another seed, another",
        "draw from rng and nothing else",
    )
    far = float(function(x + 90, linear, 0.6, 20, np.random.default_rng(3)))
    yield Line(bool(np.isfinite(far)), "finite for a far image", f"yours is {far}; log-sum-exp")
