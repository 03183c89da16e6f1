"""``course check``: looks for what is missing or wrong in a course, before a student does."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from nbjudge.authoring.exercises import exercise_findings
from nbjudge.authoring.finding import Finding, said, shown, syntax_of
from nbjudge.authoring.names import TEST
from nbjudge.authoring.notebooks import notebook_findings, read
from nbjudge.course.course import FILE, Course
from nbjudge.course.exercises import VALUE, exercises_folder
from nbjudge.course.sections import Section, sections
from nbjudge.notebook import cells

INSTRUCTORS = ("exercises", "reference")  # folders of a package that no student may get


def check(course: Course, chosen: Iterable[Section], whole: bool = True) -> list[Finding]:
    """All that is found in these sections, and, if ``whole``, in what belongs to none of them."""
    visible = layer_names(course)
    found = list(course_findings(course)) if whole else []
    for section in chosen:
        found += section_findings(section, visible)
    return found


def section_findings(section: Section, visible: set[str]) -> Iterator[Finding]:
    """What is found in one section."""
    notebook = read(section)
    if isinstance(notebook, str):
        file = shown(section.course, section.source)
        yield Finding(file, "", f"it cannot be read: {notebook}; correct it.")
        return
    yield from notebook_findings(section, notebook)
    tests = [cell for cell in notebook.cells if cells.is_test(cell)]
    for cell in tests:
        if cells.grade_id(cell).startswith(TEST):
            yield from exercise_findings(section, cell, visible)
    tested = {cells.grade_id(cell).removeprefix(TEST) for cell in tests}
    yield from left_over(section, tested)


def left_over(section: Section, tested: set[str]) -> Iterator[Finding]:
    """Exercises and answers that no test cell asks for, and a list of mutants that is no TOML."""
    course = section.course
    folder = exercises_folder(course.package, section.topic)
    bank = course.answers / section.name
    for path in sorted(folder.glob("*.py")):
        if path.stem not in tested and f"\n{VALUE} = " in path.read_text(encoding="utf-8"):
            text = f"no cell {TEST}{path.stem} grades it; write the cell, or remove the module."
            yield Finding(shown(course, path), "", text, path.stem)
    for path in sorted(bank.glob("*/*.py")):
        if path.parent.name not in tested:
            text = "no test cell asks for it; write the cell, or remove the answer."
            yield Finding(shown(course, path), "", text, path.parent.name)
    equivalent = bank / "equivalent.toml"
    if equivalent.is_file():
        try:
            table = tomllib.loads(equivalent.read_text(encoding="utf-8"))
        except ValueError as error:
            yield Finding(shown(course, equivalent), "", f"{said(error)}; correct it.")
            return
        for name in sorted(set(table) - tested):
            text = f"it names {name}, which no test cell asks for; correct the name."
            yield Finding(shown(course, equivalent), "", text)


def course_findings(course: Course) -> Iterator[Finding]:
    """What is wrong with what all sections share."""
    if not course.nbgrader_config.is_file():
        text = "it is not there; course new course writes one that can be copied."
        yield Finding(course.nbgrader_config.name, "", text)
    for entry in course.layer.entries:
        if not (course.layer.folder / entry).exists():
            text = f"students.layer names {entry}, which {course.package} has not; correct it."
            yield Finding(FILE, "", text)
        elif Path(entry).parts[:1] in [(name,) for name in INSTRUCTORS]:
            text = f"students.layer names {entry}, which holds answers; take it out of the list."
            yield Finding(FILE, "", text)
    known = sections(course)
    topics = {section.topic for section in known}
    for folder in sorted(exercises_folder(course.package, "").glob("*/")):
        if folder.name not in topics and any(folder.glob("*.py")):
            text = "no section has this topic; rename it, or write the section's notebook."
            yield Finding(shown(course, folder), "", text)
    for path in sorted(course.source.glob("*/*.ipynb")):
        if path.stem != path.parent.name:
            text = "a section's folder and notebook have one name; rename one of them."
            yield Finding(shown(course, path), "", text)


def layer_names(course: Course) -> set[str]:
    """What a visible check may be called: functions of the students' layer, and texts in it.

    Texts too, since a course may register its checks by their names.
    """
    folder = course.layer.folder
    found: set[str] = set()
    for entry in course.layer.entries:
        place = folder / entry
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            tree = syntax_of(path) if path.suffix == ".py" else ""
            for node in ast.walk(tree) if isinstance(tree, ast.Module) else ():
                if isinstance(node, ast.FunctionDef):
                    found.add(node.name)
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    return found
