"""Rules on a source notebook: its format, its ids, nbgrader's metadata, and the order of cells."""

from __future__ import annotations

import copy
import json
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any

import nbformat
from nbformat import NotebookNode

from nbjudge.authoring.finding import Finding, said, shown
from nbjudge.authoring.names import TEST
from nbjudge.course.sections import Section
from nbjudge.notebook import cells

FORMAT = (4, 5)
SCHEMA = 3
FLAGS = ("grade", "solution", "locked")
MARKS = ("### BEGIN SOLUTION", "### END SOLUTION")


def read(section: Section) -> NotebookNode | str:
    """A source notebook as it is, nothing mended; or in one line why it cannot be read."""
    try:
        notebook = nbformat.from_dict(json.loads(section.source.read_text(encoding="utf-8")))
        if not isinstance(notebook, NotebookNode) or "nbformat" not in notebook:
            return "it is no notebook"
        version = notebook.nbformat, notebook.get("nbformat_minor", 0)
        if version != FORMAT:
            return f"its nbformat is {version[0]}.{version[1]}, and 4.5 is needed, with ids"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nbformat.validate(copy.deepcopy(notebook))  # which mends ids
    except nbformat.ValidationError as error:
        return f"it is no valid notebook, {str(error).partition(chr(10))[0]}"
    except (ValueError, OSError) as error:
        return said(error)
    for cell in notebook.cells:  # a file may hold a text as a list of its lines
        cell.source = "".join(cell.source)
    return notebook


def notebook_findings(section: Section, notebook: NotebookNode) -> Iterator[Finding]:
    """What is wrong with a notebook as a whole, and cell by cell."""
    file = shown(section.course, section.source)
    ids = Counter(str(cell.get("id", "")) for cell in notebook.cells)
    grade_ids = Counter(cells.grade_id(cell) for cell in notebook.cells)
    for name, count in ids.items():
        if name and count > 1:
            yield Finding(file, name, f"{count} cells have this id; give each one of its own.")
    for name, count in grade_ids.items():
        if name and count > 1:
            yield Finding(file, name, f"{count} cells have this grade_id; give each its own.")
    for place, cell in enumerate(notebook.cells):
        label = cells.grade_id(cell) or str(cell.get("id", "")) or f"number {place + 1}"
        following = notebook.cells[place + 1] if place + 1 < len(notebook.cells) else None
        before = notebook.cells[place - 1] if place else None
        for text in (
            *cell_texts(cell),
            *solution_texts(cell, following),
            *test_texts(cell, before),
        ):
            yield Finding(file, label, text)


def cell_texts(cell: NotebookNode) -> Iterator[str]:
    """What is wrong with a cell on its own."""
    if cell.get("outputs"):
        yield "it has outputs; clear them."
    if cell.get("execution_count") is not None:
        yield "it has an execution count; clear it."
    if not cell.get("id"):
        yield "it has no id; give it one."
    if "nbgrader" in cell.metadata:
        yield from metadata_texts(cell, cell.metadata.nbgrader)


def metadata_texts(cell: NotebookNode, found: dict[str, Any]) -> Iterator[str]:
    """What is wrong with nbgrader's metadata of a cell."""
    name = found.get("grade_id")
    if not name:
        yield "nbgrader's metadata has no grade_id; give it the cell's id."
    elif name != cell.get("id"):
        yield f"its id is {cell.get('id')!r} and its grade_id {name!r}; make them the same."
    if found.get("schema_version") != SCHEMA:
        yield f"schema_version is {found.get('schema_version')!r}; make it {SCHEMA}."
    for flag in FLAGS:
        if not isinstance(found.get(flag), bool):
            yield f"nbgrader's {flag!r} is {found.get(flag)!r}; make it true or false."
    if found.get("task"):
        yield "it is a task, which nothing here grades; make it text."
    graded, solution = bool(found.get("grade")), bool(found.get("solution"))
    points = found.get("points")
    number = isinstance(points, (int, float)) and not isinstance(points, bool) and points > 0
    if graded and not number:
        yield f"points are {points!r}; make them a number above zero."
    if solution == bool(found.get("locked")):
        yield (
            "it is a solution and locked; unlock it."
            if solution
            else "students could change it; make nbgrader's 'locked' true."
        )


def solution_texts(cell: NotebookNode, following: NotebookNode | None) -> Iterator[str]:
    """What is wrong with a solution cell, and with what comes after it."""
    if not cells.is_solution(cell):
        return
    name = cells.grade_id(cell)
    if cell.cell_type != "code":
        if not cells.is_grade(cell):
            yield "it is a solution in words without points; grade it by hand, or make it text."
        return
    for mark in MARKS:
        if cell.source.count(mark) != 1:
            yield f"it has {cell.source.count(mark)} lines {mark!r}; one is needed."
    if cells.parse(cell.source) is None:
        yield "it is no Python; correct it."
    if not cells.is_grade(cell) and (following is None or cells.grade_id(following) != TEST + name):
        yield f"its test cell {TEST}{name} does not follow at once; move it there, or write it."


def test_texts(cell: NotebookNode, before: NotebookNode | None) -> Iterator[str]:
    """What is wrong with where a test cell stands, and with its name."""
    if not cells.is_test(cell):
        return
    name = cells.grade_id(cell)
    exercise = name.removeprefix(TEST)
    if exercise == name:
        yield f"a test cell's name begins with {TEST}; call it {TEST}{name}."
    elif before is None or cells.grade_id(before) != exercise or not cells.is_solution(before):
        yield f"the cell before it is not the solution cell {exercise}; move it there, or write it."
