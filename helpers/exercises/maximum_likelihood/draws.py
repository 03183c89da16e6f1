"""Random numbers, samples and comparisons that the exercises of section 02 share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from nbjudge.errors import OddAnswerError
from nbjudge.exercise import draws
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.exercise import Answer, Probe, Rng
from nbjudge.exercise.form import Form, form

Array = np.ndarray


def wide(rng: Rng) -> float:
    """A scale well above one, so that its square is far from itself."""
    return float(rng.uniform(1.7, 3.5))


def narrow(rng: Rng) -> float:
    """A scale well below one."""
    return float(rng.uniform(0.2, 0.5))


def place(rng: Rng) -> float:
    """A location well away from zero, on either side of it."""
    return float(rng.uniform(2, 5) * rng.choice([-1, 1]))


def covariance(rng: Rng, d: int, scale: float = 1.0) -> Array:
    """A random covariance (d, d), symmetric to the last bit, with eigenvalues near ``scale``."""
    cov = draws.covariance(rng, d, scale)
    return 0.5 * (cov + cov.T)


def pair(value: Any) -> tuple[float, float]:
    """The two numbers of a pair, however they are held."""
    if not isinstance(value, (tuple, list, np.ndarray)) or len(value) != 2:
        raise OddAnswerError("no pair")
    first, second = (float(numbers(part, ())) for part in value)
    return first, second


def pair_form(first: str, second: str) -> Form:
    """The form of a pair of numbers, however they are held."""

    def held(value: Any) -> list[Any]:
        return [tuple(value) if isinstance(value, np.ndarray) and value.ndim else value]

    return form(first, second, results=held)


def line_up(got: Array, wanted: Array) -> bool:
    """Whether two sets of numbers agree but for their zero and their unit."""
    low, high = wanted.argmin(), wanted.argmax()
    rises = bool(np.isfinite(got).all() and got.flat[high] > got.flat[low])

    def rescaled(values: Array) -> Array:
        return (values - values.flat[low]) / (values.flat[high] - values.flat[low])

    return rises and close(rescaled(got), rescaled(wanted), rtol=0, atol=1e-3)


def together(probes: list[Probe], answers: list[Answer]) -> tuple[Array, Array]:
    """All numbers answered and all expected, in a row; every answer in its expected shape."""
    pairs = [
        (np.ravel(numbers(answer.value, np.shape(probe.expected))), np.ravel(probe.expected))
        for probe, answer in zip(probes, answers, strict=True)
    ]
    got, wanted = zip(*pairs, strict=True)
    return np.concatenate(got), np.concatenate(wanted)


def in_groups(
    size: int, test: Callable[[Array, Array], bool]
) -> Callable[[list[Probe], list[Answer]], bool]:
    """A test of what every ``size`` answers in a row have in common."""

    def grouped(probes: list[Probe], answers: list[Answer]) -> bool:
        groups = [slice(start, start + size) for start in range(0, len(probes), size)]
        return all(test(*together(probes[group], answers[group])) for group in groups)

    return grouped


def same_differences(got: Array, wanted: Array) -> bool:
    """Whether two sets of numbers agree but for a constant added to all."""
    finite = bool(np.isfinite(got).all())
    return finite and close(got - got[0], wanted - wanted[0], rtol=1e-4, atol=1e-3)


def same_ratio(got: Array, wanted: Array) -> bool:
    """Whether the second half of log densities lies where it should beside the first half."""
    (got_a, got_b), (a, b) = np.split(got, 2), np.split(wanted, 2)
    finite = bool(np.isfinite(got).all())
    return finite and close(got_b - got_a, b - a, rtol=1e-4, atol=1e-3)


def same_order(got: Array, wanted: Array) -> bool:
    """Whether all are finite, and from the smallest to the largest in the same order."""
    return bool(np.isfinite(got).all() and np.array_equal(got.argsort(), wanted.argsort()))
