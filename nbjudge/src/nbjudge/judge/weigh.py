"""Weighing one exercise: draw probes from the seed, ask, compare with the reference."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np

from nbjudge.exercise.exercise import Answer, Exercise, Probe
from nbjudge.judge.reply import explain, read
from nbjudge.errors import StudentCrashedError, StudentTimeoutError
from nbjudge.confine.usage import usage
from nbjudge.exercise.exercise import Usage
from nbjudge.guest.wire import WireError

Ask = Callable[[list[Any]], list[Any]]
Meter = Callable[[], Usage]
PATIENCE = 2  # criteria that may hang or crash on their own before the rest is given up


@dataclass
class CriterionVerdict:
    """Whether one criterion passed; the hint is empty if it did."""

    name: str
    passed: bool
    share: float
    hint: str


@dataclass
class Verdict:
    """What one exercise earned and why. ``problem`` is the student's own error, if any."""

    name: str
    points: float
    score: float
    status: str
    criteria: list[CriterionVerdict] = field(default_factory=list)
    problem: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def nothing(exercise: type[Exercise], status: str, problem: str = "") -> Verdict:
    """The verdict on an exercise that could not be asked at all."""
    shares = fractions(exercise)
    criteria = [CriterionVerdict(c.name, False, s, c.hint)
                for c, s in zip(exercise.criteria, shares, strict=True)]  # fmt: skip
    return Verdict(exercise.name, exercise.points, 0.0, status, criteria, problem)


def fractions(exercise: type[Exercise]) -> list[float]:
    """Each criterion's part of the points; they sum to one."""
    total = sum(c.share for c in exercise.criteria)
    return [round(c.share / total, 4) for c in exercise.criteria]


def weigh(exercise: type[Exercise], ask: Ask, seed: str, meter: Meter = usage) -> Verdict:
    """The verdict on one exercise.

    ``ask`` sends questions and returns raw replies, ``meter`` tells what the process that answers
    has used so far.
    """
    hearing = Hearing(exercise, ask, seed, meter)
    passed = hearing.results()
    judged = zip(exercise.criteria, passed, fractions(exercise), strict=True)
    criteria = [CriterionVerdict(c.name, ok, share, "" if ok else c.hint)
                for c, ok, share in judged]  # fmt: skip
    if all(passed):
        score = float(exercise.points)
    else:
        score = round(exercise.points * sum(c.share for c in criteria if c.passed), 2)
    if hearing.status() == "not_attempted":
        score = 0.0
    return Verdict(exercise.name, exercise.points, score, hearing.status(), criteria,
                   hearing.problem())  # fmt: skip


class Hearing:
    """Questions and answers of one exercise; asks again, apart, where a question hangs."""

    def __init__(self, exercise: type[Exercise], ask: Ask, seed: str, meter: Meter) -> None:
        self.exercise, self.ask, self.meter = exercise, ask, meter
        self.probes = draw(exercise, seed)
        self.interrupted = ""
        self.answers: dict[Any, list[Answer]] = {}

    def results(self) -> list[bool]:
        """Whether each criterion passed, with other TODOs lent first, then with the student's."""
        self._hear({}, self.probes)
        passed = self._passed()
        if self.exercise.builds_on and not all(passed):
            judged = zip(self.exercise.criteria, passed, strict=True)
            failed = {criterion.draw for criterion, ok in judged if not ok}
            lent = dict(self.answers)
            self._hear({"own": True}, {key: self.probes[key] for key in failed})
            again = self._passed()
            self.answers = lent
            passed = [a or b for a, b in zip(passed, again, strict=True)]
        return passed

    def status(self) -> str:
        """How the exercise ended, in the words of the report."""
        if self.interrupted:
            return self.interrupted
        failures = [a.failure for answers in self.answers.values() for a in answers]
        if failures and all(f is not None for f in failures):
            kinds = {f["type"] for f in failures if f}
            return "not_attempted" if kinds == {"NotImplementedError"} else "error"
        return "graded"

    def problem(self) -> str:
        """The first exception of the student's code, in their own terms."""
        for answers in self.answers.values():
            for answer in answers:
                if answer.failure and not answer.raised("ValueError"):
                    return explain(answer.failure)
        first = [a.failure for answers in self.answers.values() for a in answers if a.failure]
        return explain(first[0]) if first and self.status() == "error" else ""

    def _passed(self) -> list[bool]:
        criteria = self.exercise.criteria
        return [c.draw in self.answers and c.passed(self.probes[c.draw], self.answers[c.draw])
                for c in criteria]  # fmt: skip

    def _hear(self, more: dict[str, Any], groups: dict[Any, list[Probe]]) -> None:
        """Ask all groups of probes in one round trip, or one by one if that cannot be done."""
        flat = [probe for probes in groups.values() for probe in probes]
        try:
            replies = iter(self._ask(flat, more))
            self.answers |= {key: [next(replies) for _ in ps] for key, ps in groups.items()}
            return
        except (StudentTimeoutError, StudentCrashedError, WireError):
            for key in groups:
                self.answers.pop(key, None)
        failures = 0
        for key, probes in groups.items():
            try:
                if failures < PATIENCE:
                    self.answers[key] = self._ask(probes, more)
            except (StudentTimeoutError, StudentCrashedError, WireError) as error:
                failures += 1
                self.interrupted = ending(error)

    def _ask(self, probes: list[Probe], more: dict[str, Any]) -> list[Answer]:
        """The answers in the order of the probes; measured ones are asked one at a time."""
        common = [probe for probe in probes if not probe.measured]
        answers = iter(self._converse(common, more) if common else [])
        return [self._measure(p, more) if p.measured else next(answers) for p in probes]

    def _measure(self, probe: Probe, more: dict[str, Any]) -> Answer:
        before = self.meter()
        (answer,) = self._converse([probe], more)
        return replace(answer, usage=self.meter().since(before))

    def _converse(self, probes: list[Probe], more: dict[str, Any]) -> list[Answer]:
        name = self.exercise.name
        replies = self.ask([[probe.ask or name, {**probe.given, **more}] for probe in probes])
        if not isinstance(replies, list) or len(replies) != len(probes):
            raise WireError("a reply of another length than the question")
        return [read(reply) for reply in replies]


def draw(exercise: type[Exercise], seed: str) -> dict[Any, list[Probe]]:
    """The probes of every criterion, keyed by how they are drawn; criteria may share them."""
    probes: dict[Any, list[Probe]] = {}
    for place, criterion in enumerate(exercise.criteria):
        if criterion.draw not in probes:
            words = f"{seed}/{exercise.name}/{place}".encode()
            entropy = int.from_bytes(hashlib.sha256(words).digest(), "big")
            probes[criterion.draw] = criterion.draw(np.random.default_rng(entropy))
    return probes


def ending(error: Exception) -> str:
    """The status that an interruption stands for."""
    if isinstance(error, StudentTimeoutError):
        return "timeout"
    return "crashed" if isinstance(error, StudentCrashedError) else "error"
