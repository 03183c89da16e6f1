"""Builds submissions as students would hand them in: the release with answers of the bank in it."""

from __future__ import annotations

import atexit
import copy
import json
import os
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from nbjudge.course.course import Course, load_course
from nbjudge.course.sections import Section, find_section, sections, source_notebook
from nbjudge.notebook import cells
from nbjudge.notebook.regions import without_solution_marks
from nbjudge.quality.bank import BankAnswer, bank
from tests.kit.course import COURSE, ROOT, find

SECTION = find("06")


@cache
def _release_text(section: Section) -> str:
    path = ROOT / "release" / section.name / section.source.name
    return path.read_text(encoding="utf-8")


def released(section: Section = SECTION) -> NotebookNode:
    """The notebook as a student opens it."""
    return nbformat.reads(_release_text(section), as_version=4)


def model_answers(section: Section = SECTION) -> dict[str, str]:
    """The source of every solution cell by exercise, the reflection included."""
    return {
        cells.grade_id(cell): without_solution_marks(cell.source)
        for cell in source_notebook(section).cells
        if cells.is_solution(cell)
    }


def answers(kind: str, section: Section = SECTION) -> dict[str, list[BankAnswer]]:
    """The bank's right or wrong answers by exercise."""
    found: dict[str, list[BankAnswer]] = {}
    for answer in bank(section):
        if answer.kind == kind:
            found.setdefault(answer.exercise, []).append(answer)
    return found


def as_typed(answer: BankAnswer) -> str:
    """A bank answer as it stands in a notebook, without the bank's own header."""
    return re.sub(r"(?m)\A(#.*\n)+", "", answer.source)


def style(number: int, section: Section = SECTION) -> dict[str, str]:
    """One right answer to every exercise, in the ``number``-th style that the bank has of each."""
    right = answers("right", section)
    return {name: as_typed(group[number % len(group)]) for name, group in right.items()}


def partly_wrong(number: int, section: Section = SECTION) -> dict[str, str]:
    """Right answers with a few wrong ones among them, others for every number."""
    sources = {**model_answers(section), **style(number, section)}
    for place, (name, group) in enumerate(sorted(answers("wrong", section).items())):
        if (place + number) % 3 == 0:
            sources[name] = as_typed(group[(place + number) % len(group)])
    return sources


def write_answers(notebook: NotebookNode, sources: dict[str, str]) -> None:
    """Write these answers into a notebook's TODOs; those not named stay as they were given."""
    for cell in notebook.cells:
        name = cells.grade_id(cell)
        if cells.is_solution(cell) and name in sources:
            cell.source = sources[name]


def fill(sources: dict[str, str], section: Section = SECTION) -> NotebookNode:
    """A submission with these answers; TODOs that are not named stay as they were given."""
    notebook = released(section)
    write_answers(notebook, sources)
    return notebook


def bare(notebook: NotebookNode) -> NotebookNode:
    """The notebook without its text and its demos, which take most of the time to run."""
    notebook = copy.deepcopy(notebook)
    notebook.cells = [cell for cell in notebook.cells if cells.grade_id(cell)]
    return notebook


@cache
def bare_course() -> Course:
    """The course as if its sources had no text and no demos, in a folder of its own."""
    root = Path(tempfile.mkdtemp(prefix="course-bare-"))
    atexit.register(remove_of, os.getpid(), root)
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, root)
    for name in ("release", "solutions", "answers"):
        (root / name).symlink_to(ROOT / name)
    for section in sections(COURSE):
        path = root / "source" / section.name / section.file
        path.parent.mkdir(parents=True)
        nbformat.write(bare(source_notebook(section)), path)
    return load_course(root)


def remove_of(process: int, folder: Path) -> None:
    """Remove a folder of this process, and not of the one that it was forked from."""
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)


def bare_section(section: Section = SECTION) -> Section:
    """The section of the bare course."""
    return find_section(bare_course(), section.name)


def solved(section: Section = SECTION) -> NotebookNode:
    """A submission with the model answers."""
    return fill(model_answers(section), section)


def cell(notebook: NotebookNode, name: str) -> NotebookNode:
    """The first cell with this grade_id."""
    return next(c for c in notebook.cells if cells.grade_id(c) == name)


def place(notebook: NotebookNode, name: str) -> int:
    """Where the first cell with this grade_id stands."""
    return next(i for i, c in enumerate(notebook.cells) if cells.grade_id(c) == name)


def text(notebook: NotebookNode) -> str:
    """The notebook as a file's text, without a check of its validity."""
    return json.dumps(notebook, indent=1, ensure_ascii=False)


def clone(item: NotebookNode) -> NotebookNode:
    return copy.deepcopy(item)
