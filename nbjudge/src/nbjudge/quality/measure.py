"""How good the tests are: answers of all kinds over many seeds.

A right answer that loses a point is a false reject, a wrong one that keeps them all a false accept,
a mutant that keeps them all has survived, and an answer that knows nothing may earn a tenth.
"""

from __future__ import annotations

from concurrent.futures import Executor

from nbjudge.course.exercises import find_exercise
from nbjudge.course.sections import Section
from nbjudge.notebook.cells import imported_modules
from nbjudge.quality.bank import BankAnswer, bank, equivalents, model_answers, mutant_answers, panel
from nbjudge.quality.record import Quality, Record, book
from nbjudge.quality.styles import Style, styles_above
from nbjudge.quality.trial import Trial, carry_out
from nbjudge.quality.workers import apart, workers

FEW_SEEDS = 5  # for mutants, and at the most for non-answers, of which there are many
SLOW = 0.2  # seconds of processor time, from where one grading is slow


def measure(
    section: Section,
    seeds: int,
    jobs: int | None = None,
    exercise: str | None = None,
    kind: str | None = None,
    every: int = 1,
    slow_seeds: int | None = None,
) -> Quality:
    """Grade the bank on ``seeds`` seeds, mutants and non-answers on a few; the tests' quality.

    ``exercise`` and ``kind`` leave out all others, ``every`` all mutants and all non-answers that
    are made but each so many-th. Exercises whose grading is slow get ``slow_seeds``.
    """
    made = [*mutant_answers(section), *panel(section)][::every]
    answers = [
        answer
        for answer in (*bank(section), *made)
        if exercise in (None, answer.exercise) and kind in (None, answer.kind)
    ]
    above = {name: tuple(styles_above(section, name)) for name in {a.exercise for a in answers}}
    quality, reasons = Quality(section.name, seeds), equivalents(section)
    with workers(jobs, modules_of(answers, above)) as pool:
        slow = slow_exercises(pool, section, above) if slow_seeds is not None else set[str]()
        tasks = []
        for place, answer in enumerate(answers):
            wished = slow_seeds if slow_seeds and answer.exercise in slow else seeds
            trial = trial_of(answer, above[answer.exercise], wished, place, reasons)
            tasks.append(pool.submit(try_apart, section, trial))
        for task in tasks:
            book(task.result(), quality, reasons)
    return quality


def trial_of(
    answer: BankAnswer, above: tuple[Style, ...], seeds: int, place: int, reasons: dict[str, str]
) -> Trial:
    """How an answer is tried: a right one below every style, the many others on few seeds.

    One that is known to answer rightly is tried once.
    """
    if answer.kind == "right":
        return Trial(answer, above, seeds, place)
    if answer.label in reasons:
        return Trial(answer, above[:1], 1)
    few = {"mutant": FEW_SEEDS, "nothing": min(seeds, FEW_SEEDS)}
    return Trial(answer, above[:1], few.get(answer.kind, seeds))


def modules_of(answers: list[BankAnswer], above: dict[str, tuple[Style, ...]]) -> set[str]:
    """All modules that the answers import, and the cells above them."""
    cells = {cell for styles in above.values() for cell in styles[0].cells}
    sources = cells | {answer.source for answer in answers}
    return set[str]().union(*map(imported_modules, sources))


def slow_exercises(
    pool: Executor, section: Section, above: dict[str, tuple[Style, ...]]
) -> set[str]:
    """The exercises whose model answer takes long to grade."""
    tasks = [
        pool.submit(try_apart, section, Trial(model, above[model.exercise][:1], FEW_SEEDS))
        for model in model_answers(section)
        if model.exercise in above
    ]
    records: list[Record] = [task.result() for task in tasks]
    return {r.answer.exercise for r in records if r.seconds > SLOW * r.gradings}


def try_apart(section: Section, trial: Trial) -> Record:
    """The trial, in a process of its own."""
    exercise = find_exercise(section.course.package, section.topic, trial.answer.exercise)
    return apart(carry_out, exercise, trial)
