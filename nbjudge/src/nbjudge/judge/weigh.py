"""Weighing one exercise: draw probes from the seed, ask, compare with the reference."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from nbjudge.confine.usage import usage
from nbjudge.errors import GraderError, StudentCrashedError, StudentTimeoutError
from nbjudge.exercise.exercise import Answer, Criterion, Draw, Exercise, Failure, Probe, Usage
from nbjudge.guest.wire import WireError
from nbjudge.judge.reply import explain, read
from nbjudge.judge.verdict import BESIDE, CriterionVerdict, Status, Verdict, fractions

Ask = Callable[[list[tuple[str, dict[str, Any]]]], list[Any]]
Meter = Callable[[], Usage]
Probes = dict[Draw, list[Probe]]
INTERRUPTIONS = (StudentTimeoutError, StudentCrashedError, WireError)
PATIENCE = 2  # criteria that may hang or crash on their own before the rest is given up


def nowhere_else() -> None:
    """Questions are put where they were put before."""


def weigh(
    exercise: Exercise,
    ask: Ask,
    seed: str,
    meter: Meter = usage,
    afresh: Callable[[], None] = nowhere_else,
) -> Verdict:
    """The verdict on one exercise.

    ``ask`` sends questions and returns raw replies, ``meter`` tells what the process that answers
    has used so far, and after ``afresh`` it is one that was never asked before. Raises
    ``GraderError`` for a fault of ours: nothing is known of the answer.
    """
    examination = Examination(exercise, ask, seed, meter, afresh)
    passed = examination.results()
    wrong_form = "" if all(passed) else examination.wrong_form()
    judged = zip(exercise.criteria, passed, fractions(exercise), strict=True)
    criteria = [
        CriterionVerdict(c.name, ok, share, "" if ok or wrong_form else examination.hint(c))
        for c, ok, share in judged
    ]
    if all(passed):
        score = float(exercise.points)
    else:
        score = round(exercise.points * sum(c.share for c in criteria if c.passed), 2)
    status = examination.status()
    if status is Status.NOT_ATTEMPTED:
        score = 0.0
    problem = examination.problem()
    return Verdict(
        exercise.name, exercise.points, score, status, criteria, problem, wrong_form=wrong_form
    )


@dataclass
class Hearing:
    """Probes that were put, and what came back for those groups of them that came to an end."""

    probes: Probes
    answers: dict[Draw, list[Answer]] = field(default_factory=dict)

    def alone(self, exercise: Exercise) -> dict[str, bool]:
        """Whether each criterion passed by itself."""
        return {
            c.name: c.draw in self.answers and c.passed(self.probes[c.draw], self.answers[c.draw])
            for c in exercise.criteria
        }


def counted(exercise: Exercise, alone: dict[str, bool]) -> list[bool]:
    """Whether each criterion counts as passed: one that needs others, if one of those passed."""
    return [
        alone[c.name] and (not c.needs or any(alone[name] for name in c.needs))
        for c in exercise.criteria
    ]


class Examination:
    """Questions and answers of one exercise. No probe is put twice: whatever is asked again is
    drawn anew, and asked where the first asking has left nothing."""

    def __init__(
        self,
        exercise: Exercise,
        ask: Ask,
        seed: str,
        meter: Meter,
        afresh: Callable[[], None] = nowhere_else,
    ) -> None:
        self.exercise, self.ask, self.meter, self.afresh = exercise, ask, meter, afresh
        self.seed = seed
        self.interrupted: Status | None = None
        self.answers: dict[Draw, list[Answer]] = {}
        self.alone = set[str]()  # criteria that passed by themselves, whether or not they count

    def results(self) -> list[bool]:
        """Whether each criterion passed, with other TODOs lent first, then with the student's."""
        exercise = self.exercise
        first = Hearing(draw(exercise, self.seed))
        self._hear(first, {})
        self.answers = first.answers
        passed = self._count(first)
        if exercise.builds_on and not all(passed):
            judged = zip(exercise.criteria, passed, strict=True)
            failed = {criterion.draw for criterion, ok in judged if not ok}
            wanted = failed | {
                c.draw for c in exercise.criteria for name in self._needs(failed) if c.name == name
            }
            drawn = draw(exercise, f"{self.seed}/own")
            own = Hearing({key: probes for key, probes in drawn.items() if key in wanted})
            self._hear(own, {"own": True})
            passed = [a or b for a, b in zip(passed, self._count(own), strict=True)]
        return passed

    def _count(self, hearing: Hearing) -> list[bool]:
        """Whether each criterion counts as passed in this hearing."""
        alone = hearing.alone(self.exercise)
        self.alone |= {name for name, passed in alone.items() if passed}
        return counted(self.exercise, alone)

    def _needs(self, draws: set[Draw]) -> set[str]:
        """What criteria with these draws need beside themselves."""
        return {name for c in self.exercise.criteria if c.draw in draws for name in c.needs}

    def hint(self, criterion: Criterion) -> str:
        """What is said of a criterion that does not count as passed."""
        return BESIDE if criterion.name in self.alone else criterion.hint

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

    def wrong_form(self) -> str:
        """What is wrong with the form of every result, in a sentence; else nothing."""
        if self.exercise.due is None:
            return ""
        answers = [answer for group in self.answers.values() for answer in group]
        return self.exercise.due.fault(a.value for a in answers if a.failure is None)

    def _hear(self, hearing: Hearing, more: dict[str, Any]) -> None:
        """Ask all groups of probes in one round trip, or one by one if that cannot be done."""
        flat = [probe for probes in hearing.probes.values() for probe in probes]
        try:
            self.afresh()
            replies = iter(self._ask(flat, more))
            hearing.answers = {
                key: [next(replies) for _ in probes] for key, probes in hearing.probes.items()
            }
            return
        except INTERRUPTIONS:
            hearing.probes |= {
                key: probes
                for key, probes in draw(self.exercise, f"{self.seed}/apart").items()
                if key in hearing.probes
            }
        failures = 0
        for key, probes in hearing.probes.items():
            try:
                if failures < PATIENCE:
                    self.afresh()
                    hearing.answers[key] = self._ask(probes, more)
            except INTERRUPTIONS as error:
                failures += 1
                self.interrupted = ending(error)

    def _ask(self, probes: list[Probe], more: dict[str, Any]) -> list[Answer]:
        """The answers in the order of the probes; measured ones are asked one at a time."""
        common = [probe for probe in probes if not probe.measured]
        answers = iter(self._converse(common, more) if common else [])
        return [self._measure(p, more) if p.measured else next(answers) for p in probes]

    def _measure(self, probe: Probe, more: dict[str, Any]) -> Answer:
        """The answer to a measured question; one that breaks a limit has failed it.

        It is not asked again, for then an answer that was remembered would be measured.
        """
        before = self.meter()
        try:
            (answer,) = self._converse([probe], more)
        except INTERRUPTIONS as error:
            self.interrupted = ending(error)
            answer = Answer(failure=Failure(str(self.interrupted), "a limit was reached"))
            self.afresh()
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
