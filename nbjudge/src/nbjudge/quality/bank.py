"""How good the tests are: the answer bank and mutants of the model answers over many seeds.

A right answer that loses a point is a false reject, a wrong one that keeps them all a false accept,
and a mutant that keeps them all has survived. Answers are run here, in this process's workers: the
bank is ours.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import re
import signal
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from typing import Any

from nbjudge.confine.threads import prepare_process
from nbjudge.course.exercises import find_exercise, has_exercise
from nbjudge.course.sections import Section, source_notebook
from nbjudge.errors import GraderError, StudentTimeoutError
from nbjudge.exercise.exercise import Exercise
from nbjudge.judge.weigh import weigh
from nbjudge.notebook import cells
from nbjudge.notebook.regions import without_solution_marks
from nbjudge.quality.local import LocalStudent
from nbjudge.quality.mutants import mutants

MUTANT_SEEDS = 5
MUTANT_PATIENCE = 1 / 3  # of a student's: mutants that do not end are many


@dataclass(frozen=True)
class BankAnswer:
    """One answer to one exercise: right, wrong (with the criteria it must lose), or a mutant."""

    section: str
    exercise: str
    kind: str
    name: str
    source: str
    loses: frozenset[str] = frozenset()


@dataclass
class Record:
    """What an answer did over the seeds: how often each criterion was lost."""

    answer: BankAnswer
    seeds: int
    full: int = 0
    defects: int = 0
    lost: dict[str, int] = field(default_factory=dict)
    problem: str = ""

    @property
    def always_lost(self) -> set[str]:
        return {name for name, count in self.lost.items() if count == self.seeds}


@dataclass
class Quality:
    """The tests' quality on one section, with the culprits by name."""

    section: str
    seeds: int
    right: int = 0
    wrong: int = 0
    false_rejects: list[str] = field(default_factory=list)
    false_accepts: list[str] = field(default_factory=list)
    off_target: list[str] = field(default_factory=list)
    mutants: int = 0
    killed: int = 0
    equivalent: dict[str, str] = field(default_factory=dict)
    survivors: list[str] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def passed(self) -> bool:
        """Nothing falsely accepted or rejected, all on target, 95% of the mutants killed."""
        differing = self.mutants - len(self.equivalent)
        culprits = self.false_accepts, self.false_rejects, self.off_target, self.defects
        sound = not any(culprits)
        return sound and self.killed >= 0.95 * differing


def bank(section: Section) -> Iterator[BankAnswer]:
    """The answers of ``answers/<section>/<exercise>/``."""
    for path in sorted((section.course.answers / section.name).glob("*/*.py")):
        source = path.read_text(encoding="utf-8")
        kind = path.stem.partition("_")[0]
        found = re.search(r"(?m)^# loses: (.*)$", source)
        loses = frozenset(part.strip() for part in found[1].split(";")) if found else frozenset()
        yield BankAnswer(section.name, path.parent.name, kind, path.stem, source, loses)


def mutant_answers(section: Section) -> Iterator[BankAnswer]:
    """Mutants of the model answers in the section's source notebook."""
    for cell in source_notebook(section).cells:
        name = cells.grade_id(cell)
        if cells.is_solution(cell) and has_exercise(section.course.package, section.topic, name):
            for mutant in mutants(without_solution_marks(cell.source)):
                yield BankAnswer(section.name, name, "mutant", mutant.change, mutant.source)


def cells_before(section: Section, exercise: str) -> list[str]:
    """What an answer finds in its notebook: the given code and model answers above its cell."""
    kept = [
        c
        for c in source_notebook(section).cells
        if c.cell_type == "code" and cells.grade_id(c) and not cells.is_grade(c)
    ]
    place = [cells.grade_id(cell) for cell in kept].index(exercise)
    return [cell.source for cell in kept[:place]]


def measure(
    section: Section,
    seeds: int,
    jobs: int | None = None,
    only: str | None = None,
    every: int = 1,
) -> Quality:
    """Grade the bank on ``seeds`` seeds and mutants on a few; the tests' quality.

    ``only`` leaves all exercises but one out, ``every`` all mutants but each so many-th.
    """
    quality = Quality(section.name, seeds)
    mutated = list(mutant_answers(section))[::every]
    answers = [a for a in (*bank(section), *mutated) if only in (None, a.exercise)]
    reasons = equivalents(section)
    plan = [(answer, seeds_of(answer, seeds, reasons)) for answer in answers]
    for record in grade_all(section, plan, jobs):
        book(record, quality, reasons)
    return quality


def book(record: Record, quality: Quality, reasons: dict[str, str]) -> None:
    """Enter one answer's record."""
    answer = record.answer
    label = f"{answer.exercise}/{answer.name}"
    if record.defects:
        last = record.problem.strip().splitlines()[-1]
        quality.defects.append(f"{label}: withheld on {record.defects} seeds: {last}")
    if answer.kind == "right":
        quality.right += 1
        if record.full + record.defects < record.seeds:
            quality.false_rejects.append(f"{label}: lost {record.lost} {record.problem}")
    elif answer.kind == "wrong":
        quality.wrong += 1
        if record.full:
            quality.false_accepts.append(f"{label}: full marks on {record.full} seeds")
        elif record.always_lost != answer.loses or set(record.lost) != answer.loses:
            lost = "; ".join(f"{k} ({v}/{record.seeds})" for k, v in record.lost.items())
            quality.off_target.append(f"{label}: loses {lost}")
    else:
        quality.mutants += 1
        if record.full < record.seeds:  # one that is withheld earns nothing either
            quality.killed += 1
        elif label in reasons:
            quality.equivalent[label] = reasons[label]
        else:
            quality.survivors.append(label)


def equivalents(section: Section) -> dict[str, str]:
    """Mutants known to answer rightly, each with the reason."""
    path = section.course.answers / section.name / "equivalent.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {
        f"{name}/{change}": reason
        for name, group in table.items()
        for change, reason in group.items()
    }


def seeds_of(answer: BankAnswer, seeds: int, reasons: dict[str, str]) -> int:
    """On how many seeds an answer is graded; a mutant known to be equivalent only on one."""
    if answer.kind != "mutant":
        return seeds
    return 1 if f"{answer.exercise}/{answer.name}" in reasons else MUTANT_SEEDS


def grade_all(
    section: Section, plan: list[tuple[BankAnswer, int]], jobs: int | None
) -> Iterator[Record]:
    """Records of all answers, each on its number of seeds, side by side."""
    above = {name: cells_before(section, name) for name in {a.exercise for a, _ in plan}}
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs or os.cpu_count(), context, prepare_process) as pool:
        tasks = [
            pool.submit(try_in_process, section, above[answer.exercise], answer, seeds)
            for answer, seeds in plan
        ]
        for task in tasks:
            yield task.result()


def try_in_process(section: Section, above: list[str], answer: BankAnswer, seeds: int) -> Record:
    """``try_answer`` in a process that has only just begun."""
    exercise = find_exercise(section.course.package, section.topic, answer.exercise)
    return try_answer(exercise, above, answer, seeds)


def try_answer(exercise: Exercise, above: list[str], answer: BankAnswer, seeds: int) -> Record:
    """Grade one answer on the seeds 0, 1, …; a mutant only until it loses a point."""
    seconds = exercise.seconds * (MUTANT_PATIENCE if answer.kind == "mutant" else 1)
    record = Record(answer, seeds)
    with contextlib.redirect_stdout(io.StringIO()):
        student = LocalStudent(above)
        try:
            with time_limit(seconds):
                student.execute(answer.source, "<cell answer>")
        except Exception as error:
            record.problem = repr(error)
    for seed in range(seeds):
        try:
            verdict = weigh(exercise, asker(student, exercise, seconds), f"quality-{seed}")
        except GraderError as error:
            record.defects += 1
            record.problem = record.problem or str(error)
            continue
        full = verdict.score == verdict.points
        record.full += full
        for criterion in verdict.criteria:
            if not criterion.passed:
                record.lost[criterion.name] = record.lost.get(criterion.name, 0) + 1
        record.problem = record.problem or verdict.problem
        if answer.kind == "mutant" and not full:
            break
    return record


def asker(student: LocalStudent, exercise: Exercise, seconds: float) -> Any:
    """The question function of ``weigh`` for an answer in this process."""

    def ask(probes: list[Any]) -> list[Any]:
        with time_limit(seconds):
            return student.ask(exercise, [exercise.asked], probes)

    return ask


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt what hangs, as the student process would be."""

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except KeyboardInterrupt as error:
        raise StudentTimeoutError from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
