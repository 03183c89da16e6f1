"""How good the tests are: answers of all kinds over many seeds.

A right answer that loses a point is a false reject, a wrong one that keeps them all a false accept,
a mutant that keeps them all has survived, and an answer that knows nothing earns too much above a
tenth. Answers are run here, in this process's workers: the bank is ours.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from nbjudge.confine.threads import prepare_process
from nbjudge.course.exercises import find_exercise
from nbjudge.course.sections import Section
from nbjudge.errors import GraderError, StudentTimeoutError
from nbjudge.exercise.exercise import Exercise
from nbjudge.judge.weigh import weigh
from nbjudge.quality.bank import BankAnswer, bank, equivalents, mutant_answers, panel
from nbjudge.quality.local import LocalStudent
from nbjudge.quality.record import Quality, Record, book
from nbjudge.quality.styles import Style, styles_above

FEW_SEEDS = 5  # for mutants and non-answers, of which there are many
MUTANT_PATIENCE = 1 / 3  # of a student's: mutants that do not end are many


@dataclass(frozen=True)
class Trial:
    """An answer, below which styles it is graded, and on how many seeds; the ``place``-th of its
    kind, so that neighbours begin below different styles."""

    answer: BankAnswer
    styles: list[Style]
    seeds: int
    place: int = 0


def measure(
    section: Section,
    seeds: int,
    jobs: int | None = None,
    only: str | None = None,
    every: int = 1,
    kind: str | None = None,
) -> Quality:
    """Grade the bank on ``seeds`` seeds, mutants and non-answers on a few; the tests' quality.

    ``only`` leaves all exercises but one out, ``kind`` all kinds of answers but one, ``every`` all
    mutants but each so many-th.
    """
    quality = Quality(section.name, seeds)
    reasons = equivalents(section)
    answers = [*bank(section), *list(mutant_answers(section))[::every], *panel(section)]
    wanted = [a for a in answers if only in (None, a.exercise) and kind in (None, a.kind)]
    for record in grade_all(section, list(trials(section, wanted, seeds, reasons)), jobs):
        book(record, quality, reasons)
    return quality


def trials(
    section: Section, answers: list[BankAnswer], seeds: int, reasons: dict[str, str]
) -> Iterator[Trial]:
    """Every answer below the model's; a right one also below whole styles."""
    styles = {name: styles_above(section, name) for name in {a.exercise for a in answers}}
    for place, answer in enumerate(answers):
        found = styles[answer.exercise]
        few = 1 if answer.label in reasons else FEW_SEEDS
        if answer.kind == "right":
            yield Trial(answer, found, seeds, place)
        else:
            yield Trial(answer, found[:1], seeds if answer.kind == "wrong" else few)


def grade_all(section: Section, plan: list[Trial], jobs: int | None) -> Iterator[Record]:
    """Records of all answers, side by side."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs or os.cpu_count(), context, prepare_process) as pool:
        tasks = [pool.submit(try_in_process, section, trial) for trial in plan]
        for task in tasks:
            yield task.result()


def try_in_process(section: Section, trial: Trial) -> Record:
    """``try_answer`` in a process that has only just begun."""
    exercise = find_exercise(section.course.package, section.topic, trial.answer.exercise)
    return try_answer(exercise, trial)


def try_answer(exercise: Exercise, trial: Trial) -> Record:
    """Grade one answer on the seeds 0, 1, …, below the model's answers and again below one of the
    other styles in turn; a mutant only until it loses a point."""
    record = Record(trial.answer)
    model, *others = (Below(exercise, style, trial.answer) for style in trial.styles)
    for seed in range(trial.seeds):
        model.grade(seed, record)
        if trial.answer.kind == "mutant" and record.failures:
            break
        if others:
            others[(seed + trial.place) % len(others)].grade(seed, record)
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
        student = self.student = self.student or self.begin()
        try:
            verdict = weigh(self.exercise, self.asker(student), f"quality-{seed}")
        except GraderError as error:
            record.withhold(str(error))
            return
        verdict.problem = self.problem or verdict.problem
        clashes = (
            ", ".join(self.style.clashes(self.answer)) if verdict.score != verdict.points else ""
        )
        record.enter(
            verdict, f"seed {seed}, below {self.style}" + (f" ({clashes})" if clashes else "")
        )

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

    def asker(self, student: LocalStudent) -> Any:
        """The question function of ``weigh``."""

        def ask(probes: list[Any]) -> list[Any]:
            with time_limit(self.seconds):
                return student.ask(self.exercise, [self.exercise.asked], probes)

        return ask


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer on the processor, as the student process would be.

    The timer is the one of time in user mode: asks have the other for limits of their own.
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
