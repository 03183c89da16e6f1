"""Whole styles: what stands above an answer in its notebook, written as one student or another.

The first style is the model's. In the k-th of the others each exercise above is answered by its
k-th right answer of the bank, round and round, so that over all of them each occurs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from nbformat import NotebookNode

from nbjudge.course.sections import Section, source_notebook
from nbjudge.notebook import cells
from nbjudge.quality.bank import BankAnswer, bank


@dataclass(frozen=True)
class Style:
    """The cells above an answer, and the bank's answers among them."""

    cells: tuple[str, ...]
    answers: tuple[BankAnswer, ...] = ()

    def __str__(self) -> str:
        return ", ".join(answer.label for answer in self.answers) or "the model answers"

    def clashes(self, answer: BankAnswer) -> list[str]:
        """Names that more than one of its answers bind, or one and this answer below them."""
        owners: defaultdict[str, list[str]] = defaultdict(list)
        for one in (*self.answers, answer):
            for name in cells.defined_names(one.source):
                owners[name].append(one.label)
        return [
            f"{name} in {' and '.join(by)}" for name, by in sorted(owners.items()) if len(by) > 1
        ]


def styles_above(section: Section, exercise: str) -> list[Style]:
    """The styles in which an exercise's answer is found; only the model's if none is above it."""
    found = above(section, exercise)
    right = {
        name: [a for a in bank(section) if a.kind == "right" and a.exercise == name]
        for name in map(cells.grade_id, filter(cells.is_solution, found))
    }
    picked = (pick(right, number) for number in range(max(map(len, right.values()), default=0)))
    return [
        Style(sources(found, {})),
        *(Style(sources(found, p), tuple(p.values())) for p in picked),
    ]


def above(section: Section, exercise: str) -> list[NotebookNode]:
    """The given code cells and solution cells above an exercise's own."""
    kept = [
        c
        for c in source_notebook(section).cells
        if c.cell_type == "code" and cells.grade_id(c) and not cells.is_grade(c)
    ]
    return kept[: [cells.grade_id(cell) for cell in kept].index(exercise)]


def pick(right: dict[str, list[BankAnswer]], number: int) -> dict[str, BankAnswer]:
    """For each exercise its right answer of this number, round and round."""
    return {name: found[number % len(found)] for name, found in right.items() if found}


def sources(found: Iterable[NotebookNode], picked: dict[str, BankAnswer]) -> tuple[str, ...]:
    """The cells' code, with these answers in the place of the model's."""
    ids = ((cells.grade_id(cell), cell.source) for cell in found)
    return tuple(picked[name].source if name in picked else source for name, source in ids)
