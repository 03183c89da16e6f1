"""One answer on many seeds, below the model's answers and below whole styles of others."""

from __future__ import annotations

import contextlib
import io
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nbjudge.errors import GraderError, StudentTimeoutError
from nbjudge.exercise.exercise import Exercise
from nbjudge.judge.weigh import weigh
from nbjudge.quality.bank import BankAnswer
from nbjudge.quality.local import LocalStudent
from nbjudge.quality.record import Record
from nbjudge.quality.styles import Style

MUTANT_PATIENCE = 1 / 3  # of a student's: mutants that do not end are many


@dataclass(frozen=True)
class Trial:
    """An answer, the styles it is graded below, and on how many seeds.

    The first style, the model's, on every seed; below it a seed for each of the others in turn,
    and every seed where the exercise builds on those above. They begin with the ``place``-th, so
    that answers side by side begin below different ones.
    """

    answer: BankAnswer
    styles: tuple[Style, ...]
    seeds: int
    place: int = 0


def carry_out(exercise: Exercise, trial: Trial) -> Record:
    """Grade the answer on the seeds 0, 1, …; a mutant only until it loses a point."""
    record = Record(trial.answer, trial.seeds, len(trial.styles))
    model, *others = (Below(exercise, style, trial.answer) for style in trial.styles)
    began = time.process_time()
    for seed in range(trial.seeds):
        model.grade(seed, record)
        if trial.answer.kind == "mutant" and record.losses:
            break
        if seed < len(others) or (others and exercise.builds_on):
            others[(seed + trial.place) % len(others)].grade(seed, record)
    record.seconds = time.process_time() - began
    return record


class Below:
    """An answer in a notebook of its own, below answers of one style."""

    def __init__(self, exercise: Exercise, style: Style, answer: BankAnswer) -> None:
        self.exercise, self.style, self.answer = exercise, style, answer
        self.seconds = exercise.seconds * (MUTANT_PATIENCE if answer.kind == "mutant" else 1)
        self.student: LocalStudent | None = None
        self.problem = ""

    def grade(self, seed: int, record: Record) -> None:
        """Enter what it earns on one seed."""
        if self.student is None:
            self.student = self.begin()
        try:
            verdict = weigh(self.exercise, self.ask, f"quality-{seed}")
        except GraderError as error:
            record.withhold(str(error))
            return
        verdict.problem = self.problem or verdict.problem
        record.enter(verdict, seed, self.style)

    def begin(self) -> LocalStudent:
        """The notebook with all cells executed, down to the answer's."""
        with contextlib.redirect_stdout(io.StringIO()):
            student = LocalStudent([*self.style.cells])
            try:
                with time_limit(self.seconds):
                    student.execute(self.answer.source, "<cell answer>")
            except Exception as error:
                self.problem = repr(error)
        return student

    def ask(self, probes: list[tuple[str, dict[str, Any]]]) -> list[Any]:
        """The question function of ``weigh``."""
        assert self.student is not None
        with time_limit(self.seconds):
            return self.student.ask(self.exercise, [self.exercise.asked], probes)


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer on the processor, as the student process would be.

    The timer is that of time in user mode: asks have the other one for limits of their own.
    """

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGVTALRM, interrupt)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    except KeyboardInterrupt as error:
        raise StudentTimeoutError from error
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
