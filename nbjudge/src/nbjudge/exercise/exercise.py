"""What an exercise is: a name, points, and criteria that draw probes and weigh answers.

An exercise is a module, ``<package>/exercises/<topic>/<name>.py``, that ends in one value::

    EXERCISE = Exercise(__name__, points=2, criteria=(Criterion(...), ...))

Nothing else needs to list it.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from nbjudge.errors import GraderError, OddAnswerError
from nbjudge.exercise.form import Form

Rng = np.random.Generator
Draw = Callable[[Rng], "list[Probe]"]

# what an answer can do to a criterion that takes it for what it should be; no other is its doing
ODDITIES = (
    OddAnswerError,
    TypeError,
    ValueError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
)


@dataclass(frozen=True)
class Usage:
    """Seconds on the processor, bytes of memory in use now, and at the most meanwhile."""

    seconds: float = 0.0
    in_use: int = 0
    peak: int = 0

    def since(self, before: Usage) -> Usage:
        """What was used between two looks, and what is in use at the second one."""
        return Usage(self.seconds - before.seconds, self.in_use, self.peak - before.in_use)


class Failure(NamedTuple):
    """An exception in place of an answer: its type, words, place in the student's own cells, and
    the names of its classes. ``ours`` is the traceback where it was code of ours that raised it."""

    type: str
    message: str = ""
    where: str = ""
    mro: tuple[str, ...] = ()
    ours: str = ""


@dataclass(frozen=True)
class Probe:
    """One question to the student's object.

    ``given`` is sent beside the object to the function ``ask`` of the topic's asks (by default the
    one named like the exercise); ``expected`` is the reference's answer and stays here. If
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
    failure: Failure | None = None
    changed: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)

    @property
    def value(self) -> Any:
        """The returned data. Raises ``OddAnswerError`` if the call failed."""
        if self.failure is not None:
            raise OddAnswerError(self.failure.type)
        return self._value

    def raised(self, name: str) -> bool:
        """Whether the call ended in an exception of this type or a subclass of it."""
        return self.failure is not None and name in self.failure.mro


@dataclass(frozen=True)
class Criterion:
    """One thing a right answer gets right.

    ``share`` is its part of the points (relative to the other criteria), ``hint`` names the likely
    misconception to a student who fails it, without the number or the test. ``test`` takes one
    probe and its answer, or, if ``together``, the lists of all of them. What passes without knowing
    anything, such as leaving the argument alone, counts only where one of the criteria that it
    ``needs`` has passed.
    """

    name: str
    share: float
    draw: Draw
    test: Callable[[Any, Any], bool]
    hint: str
    together: bool = False
    needs: tuple[str, ...] = ()

    def passed(self, probes: list[Probe], answers: list[Answer]) -> bool:
        """Whether every probe has an answer and it passes; one that is odd does not.

        Raises ``GraderError`` for an exception that no answer can cause.
        """
        if len(answers) != len(probes):
            return False
        try:
            if self.together:
                return bool(self.test(probes, answers))
            return all(map(self.test, probes, answers))
        except ODDITIES:
            return False
        except Exception as error:
            raise GraderError(f"criterion {self.name!r}: {traceback.format_exc()}") from error


@dataclass(frozen=True)
class Exercise:
    """One graded TODO.

    ``module`` is its module's ``__name__``, which says its name and topic. ``builds_on`` names
    other TODOs that its asks lend in working order, ``target`` the student's name that is asked
    where that is not the exercise's own, ``seconds`` how much processor time one question may take,
    and ``due`` the form of a result.

    Raises ``ValueError`` if a criterion needs one that is not there.
    """

    module: str
    points: float
    criteria: tuple[Criterion, ...]
    builds_on: tuple[str, ...] = ()
    target: str = ""
    seconds: float = 30.0
    due: Form | None = None

    def __post_init__(self) -> None:
        names = {criterion.name for criterion in self.criteria}
        for criterion in self.criteria:
            if missing := sorted(set(criterion.needs) - names):
                raise ValueError(f"{self.name}: {criterion.name!r} needs {missing}, not there")

    @property
    def name(self) -> str:
        """The TODO's name: its module's, and its solution cell's grade_id."""
        return self.module.rpartition(".")[2]

    @property
    def topic(self) -> str:
        """The section's name without its number: the name of the package the module lies in."""
        return self.module.split(".")[-2]

    @property
    def asked(self) -> str:
        """The student's name that is asked."""
        return self.target or self.name
