"""What an exercise is: a name, points, and criteria that draw probes and weigh answers."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar

import numpy as np

from helpers.grading.compare import OddAnswerError
from helpers.grading.usage import Usage

Rng = np.random.Generator


@dataclass(frozen=True)
class Probe:
    """One question to the student's object.

    ``given`` is sent beside the object to the function ``ask`` of the section's asks (by default
    the one named like the exercise); ``expected`` is the reference's answer and stays here. If
    ``measured``, it is asked apart from all others, and what answering took is read from outside.
    """

    given: dict[str, Any]
    expected: Any = None
    ask: str = ""
    measured: bool = False


@dataclass(frozen=True)
class Answer:
    """What came back for one probe: plain data, or a failure, and the arguments it changed.

    ``usage`` is what a measured one took.
    """

    _value: Any = None
    failure: dict[str, Any] | None = None
    changed: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)

    @property
    def value(self) -> Any:
        """The returned data. Raises ``OddAnswerError`` if the call failed."""
        if self.failure is not None:
            raise OddAnswerError(str(self.failure.get("type", "an error")))
        return self._value

    def raised(self, name: str) -> bool:
        """Whether the call ended in an exception of this type or a subclass of it."""
        return self.failure is not None and name in self.failure.get("mro", ())


@dataclass(frozen=True)
class Criterion:
    """One thing a right answer gets right.

    ``share`` is its part of the points (relative to the other criteria), ``hint`` names the likely
    misconception to a student who fails it, without the number or the test. ``test`` takes one
    probe and its answer, or, if ``together``, the lists of all of them.
    """

    name: str
    share: float
    draw: Callable[[Rng], list[Probe]]
    test: Callable[[Any, Any], bool]
    hint: str
    together: bool = False

    def passed(self, probes: list[Probe], answers: list[Answer]) -> bool:
        """Whether every answer passes; anything odd about an answer fails it."""
        try:
            if self.together:
                return bool(self.test(probes, answers))
            return all(self.test(p, a) for p, a in zip(probes, answers, strict=True))
        except Exception:  # whatever an answer does to a test, it is the answer that is wrong
            return False


class Exercise:
    """One graded TODO. Subclasses are found by themselves; nothing else needs to list them."""

    name: ClassVar[str]
    points: ClassVar[float]
    criteria: ClassVar[tuple[Criterion, ...]]
    builds_on: ClassVar[tuple[str, ...]] = ()  # TODOs that its asks lend in working order
    target: ClassVar[str] = ""  # the student's name that is asked; the exercise's own by default
    seconds: ClassVar[float] = 30.0

    def __init_subclass__(cls) -> None:
        cls.target = cls.target or cls.name

    @classmethod
    def section(cls) -> str:
        """The section's name without its number, which is the package's."""
        return cls.__module__.removeprefix("helpers.grading.exercises.").partition(".")[0]


@cache
def exercises() -> dict[str, type[Exercise]]:
    """Every exercise of the course by name."""
    package = importlib.import_module("helpers.grading.exercises")
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    return {cls.name: cls for cls in Exercise.__subclasses__()}


def unchanged(*arguments: str) -> Callable[[Probe, Answer], bool]:
    """A test that none of these arguments was modified in place."""
    return lambda probe, answer: answer.failure is None and not set(arguments) & set(answer.changed)
