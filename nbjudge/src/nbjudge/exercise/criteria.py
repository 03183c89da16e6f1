"""Tests that many criteria share."""

from __future__ import annotations

from collections.abc import Callable

from nbjudge.exercise.compare import close
from nbjudge.exercise.exercise import Answer, Probe

Test = Callable[[Probe, Answer], bool]


def within(rtol: float = 1e-4, atol: float = 1e-6) -> Test:
    """A test that the answer is the reference's; the default is what single precision can carry."""
    return lambda probe, answer: close(answer.value, probe.expected, rtol, atol)


near = within(atol=1e-4)  # where single precision loses digits to cancellation


def unchanged(*arguments: str) -> Test:
    """A test that none of these arguments was modified in place."""
    return lambda probe, answer: answer.failure is None and not set(arguments) & set(answer.changed)
