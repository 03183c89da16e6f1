"""Weighing one exercise: draw probes from the seed, ask, compare with the reference."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from nbjudge.confine.usage import usage
from nbjudge.errors import GraderError, StudentCrashedError, StudentTimeoutError
from nbjudge.exercise.exercise import Answer, Draw, Exercise, Probe, Usage
from nbjudge.guest.wire import WireError
from nbjudge.judge.reply import explain, read
from nbjudge.judge.verdict import CriterionVerdict, Status, Verdict, fractions

Ask = Callable[[list[tuple[str, dict[str, Any]]]], list[Any]]
Meter = Callable[[], Usage]
Probes = dict[Draw, list[Probe]]
INTERRUPTIONS = (StudentTimeoutError, StudentCrashedError, WireError)
PATIENCE = 2  # criteria that may hang or crash on their own before the rest is given up


def weigh(exercise: Exercise, ask: Ask, seed: str, meter: Meter = usage) -> Verdict:
    """The verdict on one exercise.

    ``ask`` sends questions and returns raw replies, ``meter`` tells what the process that answers
    has used so far. Raises ``GraderError`` for a fault of ours: nothing is known of the answer.
    """
    examination = Examination(exercise, ask, seed, meter)
    passed = examination.results()
    judged = zip(exercise.criteria, passed, fractions(exercise), strict=True)
    criteria = [
        CriterionVerdict(c.name, ok, share, "" if ok else c.hint) for c, ok, share in judged
    ]
    if all(passed):
        score = float(exercise.points)
    else:
        score = round(exercise.points * sum(c.share for c in criteria if c.passed), 2)
    status = examination.status()
    if status is Status.NOT_ATTEMPTED:
        score = 0.0
    return Verdict(exercise.name, exercise.points, score, status, criteria, examination.problem())


class Examination:
    """Questions and answers of one exercise; asks again, apart, where a question hangs."""

    def __init__(self, exercise: Exercise, ask: Ask, seed: str, meter: Meter) -> None:
        self.exercise, self.ask, self.meter = exercise, ask, meter
        self.probes = draw(exercise, seed)
        self.interrupted: Status | None = None
        self.answers: dict[Draw, list[Answer]] = {}

    def results(self) -> list[bool]:
        """Whether each criterion passed, with other TODOs lent first, then with the student's."""
        self._put({}, self.probes)
        passed = self._passed()
        if self.exercise.builds_on and not all(passed):
            judged = zip(self.exercise.criteria, passed, strict=True)
            failed = {criterion.draw for criterion, ok in judged if not ok}
            lent = dict(self.answers)
            self._put({"own": True}, {key: self.probes[key] for key in failed})
            again = self._passed()
            self.answers = lent
            passed = [a or b for a, b in zip(passed, again, strict=True)]
        return passed

    def status(self) -> Status:
        """How the exercise ended."""
        if self.interrupted:
            return self.interrupted
        failures = [a.failure for answers in self.answers.values() for a in answers]
        if failures and all(f is not None for f in failures):
            kinds = {f.type for f in failures if f}
            return Status.NOT_ATTEMPTED if kinds == {"NotImplementedError"} else Status.ERROR
        return Status.GRADED

    def problem(self) -> str:
        """The first exception of the student's code, in their own terms."""
        answers = [answer for group in self.answers.values() for answer in group]
        for answer in answers:
            if answer.failure and not answer.raised("ValueError"):
                return explain(answer.failure)
        first = [a.failure for a in answers if a.failure]
        return explain(first[0]) if first and self.status() is Status.ERROR else ""

    def _passed(self) -> list[bool]:
        return [
            c.draw in self.answers and c.passed(self.probes[c.draw], self.answers[c.draw])
            for c in self.exercise.criteria
        ]

    def _put(self, more: dict[str, Any], groups: Probes) -> None:
        """Ask all groups of probes in one round trip, or one by one if that cannot be done."""
        flat = [probe for probes in groups.values() for probe in probes]
        try:
            replies = iter(self._ask(flat, more))
            self.answers |= {key: [next(replies) for _ in ps] for key, ps in groups.items()}
            return
        except INTERRUPTIONS:
            for key in groups:
                self.answers.pop(key, None)
        failures = 0
        for key, probes in groups.items():
            try:
                if failures < PATIENCE:
                    self.answers[key] = self._ask(probes, more)
            except INTERRUPTIONS as error:
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
        replies = self.ask([(probe.ask or name, {**probe.given, **more}) for probe in probes])
        if not isinstance(replies, list) or len(replies) != len(probes):
            raise WireError("a reply of another length than the question")
        answers = [read(reply) for reply in replies]
        for answer in answers:
            if answer.failure and answer.failure.ours:
                raise GraderError(f"asks of {name}: {answer.failure.ours}")
        return answers


def draw(exercise: Exercise, seed: str) -> Probes:
    """The probes of every criterion, keyed by how they are drawn; criteria may share them.

    Raises ``GraderError`` if that ends in an exception.
    """
    probes: Probes = {}
    for place, criterion in enumerate(exercise.criteria):
        if criterion.draw in probes:
            continue
        words = f"{seed}/{exercise.name}/{place}".encode()
        entropy = int.from_bytes(hashlib.sha256(words).digest(), "big")
        try:
            probes[criterion.draw] = criterion.draw(np.random.default_rng(entropy))
        except Exception as error:
            raise GraderError(
                f"probes of criterion {criterion.name!r}: {traceback.format_exc()}"
            ) from error
    return probes


def ending(error: Exception) -> Status:
    """The status that an interruption stands for."""
    if isinstance(error, StudentTimeoutError):
        return Status.TIMEOUT
    return Status.CRASHED if isinstance(error, StudentCrashedError) else Status.ERROR
