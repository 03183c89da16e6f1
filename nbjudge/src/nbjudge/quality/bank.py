"""The answers that the tests are tried on: the bank's own, mutants, and those that know nothing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nbjudge.course.exercises import has_exercise
from nbjudge.course.sections import Section, source_notebook
from nbjudge.notebook import cells
from nbjudge.notebook.regions import without_solution_marks
from nbjudge.quality.mutants import mutants
from nbjudge.quality.nothing import non_answers

KINDS = ("right", "wrong", "mutant", "nothing")


@dataclass(frozen=True)
class BankAnswer:
    """One answer to one exercise, of one of the ``KINDS``; a wrong one must lose some criteria."""

    section: str
    exercise: str
    kind: str
    name: str
    source: str
    loses: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        return f"{self.exercise}/{self.name}"


def bank(section: Section) -> Iterator[BankAnswer]:
    """The answers of ``answers/<section>/<exercise>/``."""
    for path in sorted((section.course.answers / section.name).glob("*/*.py")):
        source = path.read_text(encoding="utf-8")
        kind = path.stem.partition("_")[0]
        found = re.search(r"(?m)^# loses: (.*)$", source)
        loses = frozenset(part.strip() for part in found[1].split(";")) if found else frozenset()
        yield BankAnswer(section.name, path.parent.name, kind, path.stem, source, loses)


def model_answers(section: Section) -> list[BankAnswer]:
    """The answers of the section's source notebook, in its order."""
    return [
        BankAnswer(section.name, name, "right", "the model answer", source)
        for cell in source_notebook(section).cells
        if cells.is_solution(cell)
        and has_exercise(section.course.package, section.topic, name := cells.grade_id(cell))
        and (source := without_solution_marks(cell.source))
    ]


def mutant_answers(section: Section) -> Iterator[BankAnswer]:
    """Mutants of the model answers."""
    for model in model_answers(section):
        for mutant in mutants(model.source):
            yield replace(model, kind="mutant", name=mutant.change, source=mutant.source)


def panel(section: Section) -> Iterator[BankAnswer]:
    """Non-answers made from the model answers."""
    for model in model_answers(section):
        for name, source in non_answers(model.source):
            yield replace(model, kind="nothing", name=name, source=source)


def equivalents(section: Section) -> dict[str, str]:
    """Mutants and non-answers known to answer rightly, each with the reason."""
    path = section.course.answers / section.name / "equivalent.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {
        f"{name}/{change}": reason
        for name, group in table.items()
        for change, reason in group.items()
    }
