"""Tests that hold one slip against one criterion.

An answer may carry several slips at once. So a criterion on one of them accepts whatever some
formula gives that is right about it, however wrong it may be about the others. The first criterion
of every exercise asks for the right number, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

import numpy as np

from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import within
from nbjudge.exercise.exercise import Answer, Probe

Formula = Callable[..., Any]
Test = Callable[[list[Probe], list[Answer]], bool]
Options = dict[str, tuple[Any, ...]]

right = within()


def mixtures(options: Options, fixed: Options) -> list[dict[str, Any]]:
    """Every choice of one option each, but for those that are fixed."""
    left = {**options, **fixed}
    return [dict(zip(left, choice, strict=True)) for choice in product(*left.values())]


def agrees_with(formulas: Iterable[Formula], rtol: float = 1e-4, atol: float = 1e-6) -> Test:
    """A test that one of the formulas gives all the answers."""
    candidates = tuple(formulas)

    def test(probes: list[Probe], answers: list[Answer]) -> bool:
        pairs = list(zip(probes, answers, strict=True))
        return any(
            all(close(answer.value, formula(**probe.given), rtol, atol) for probe, answer in pairs)
            for formula in candidates
        )

    return test


def left_alone(*arguments: str) -> Test:
    """A test that no call has changed one of these; a call that failed is not held against it."""

    def test(probes: list[Probe], answers: list[Answer]) -> bool:
        answered = [answer for answer in answers if answer.failure is None]
        return bool(answered) and not any(set(arguments) & set(a.changed) for a in answered)

    return test


def proportional_to(formulas: Iterable[Formula], positive: bool = False) -> Test:
    """A test that one of the formulas gives all the answers, but for a factor they share.

    The factor (of another base, a forgotten sign, a mean for a sum) is read off the first answer.
    """
    candidates = tuple(formulas)

    def test(probes: list[Probe], answers: list[Answer]) -> bool:
        pairs = list(zip(probes, answers, strict=True))
        first = float(numbers(answers[0].value, ()))
        factors = [(formula, first / formula(**probes[0].given)) for formula in candidates]
        return any(
            np.isfinite(factor)
            and factor != 0
            and (factor > 0 or not positive)
            and all(
                close(a.value, factor * formula(**p.given), atol=1e-6 * abs(factor))
                for p, a in pairs
            )
            for formula, factor in factors
        )

    return test
