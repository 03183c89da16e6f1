"""Writes what a new course, section or exercise begins with: complete, and right as it stands.

Nothing is overwritten: either all files of a skeleton are written, or none and ``CourseError``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from nbjudge.authoring import names
from nbjudge.authoring.templates import fill
from nbjudge.course.course import FILE, Course
from nbjudge.course.exercises import ASKS, exercises_folder
from nbjudge.course.sections import Section, source_notebook
from nbjudge.errors import CourseError

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
SCHEMA = 3  # the version of nbgrader's metadata
ANSWERS = ("right_model", "wrong_sum", "wrong_in_place")


@dataclass
class Draft:
    """Files that are to be written, and texts to be added at the end of files, by path."""

    files: dict[Path, str] = field(default_factory=dict)
    added: dict[Path, str] = field(default_factory=dict)
    changed: dict[Path, str] = field(default_factory=dict)

    def write(self) -> list[Path]:
        """Write it all; the paths. Raises ``CourseError`` if a new file is there already."""
        for path in self.files:
            if path.exists():
                raise CourseError(f"{path} is there already, and nothing is overwritten.")
        for path in self.added:
            if not path.is_file():
                raise CourseError(f"There is no {path}, to which this belongs. Make it first.")
        texts = self.files | self.changed
        for path, text in self.added.items():
            texts[path] = f"{path.read_text(encoding='utf-8').rstrip()}\n\n\n{text}"
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return list(texts)


def new_course(place: Path, name: str, title: str = "") -> list[Path]:
    """A course without sections in a new folder ``place/name``; the files written.

    Raises ``CourseError`` for a name that cannot be a package's, or that is taken.
    """
    names.identifier(name, "a course's name")
    root = place / name
    if root.exists():
        raise CourseError(f"{root} is there already, and nothing is overwritten.")
    known = {"package": name, "title": one_line(title) or names.heading(name)}
    package = root / name
    made = {
        root / FILE: "course.toml",
        root / "nbgrader_config.py": "nbgrader_config.py",
        root / ".gitignore": "gitignore",
        package / "__init__.py": "package.py",
        package / "checks" / "__init__.py": "checks.py",
        package / "reference" / "__init__.py": "reference.py",
        package / "exercises" / "__init__.py": "exercises.py",
    }
    files = {path: fill(f"course/{template}", **known) for path, template in made.items()}
    return Draft(files | {root / "source" / ".gitkeep": ""}).write()


def new_section(course: Course, name: str, title: str = "") -> list[Path]:
    """A section without exercises; the files written.

    Raises ``CourseError`` for a name that cannot be a section's, or that is taken.
    """
    _, topic = names.section_name(course, name)
    known = {
        "section": name,
        "package": course.package,
        "wheel": course.name.replace("-", "_"),
        "heading": one_line(title) or names.heading(topic),
    }
    package, exercises = course.layer.folder, exercises_folder(course.package, topic)
    made = {
        exercises / "__init__.py": "exercises.py",
        exercises / ASKS: "asks.py",
        package / "reference" / f"{topic}.py": "reference.py",
        package / "checks" / f"{topic}.py": "checks.py",
    }
    files = {path: fill(f"section/{template}", **known) for path, template in made.items()}
    notebook = new_notebook(metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}})
    notebook.cells = [
        new_markdown_cell(fill("section/title.md", **known).strip(), id="title"),
        code_cell("setup", fill("section/setup.py", **known), locked=True),
        code_cell("imports", fill("section/imports.py", **known), locked=True),
    ]
    source = course.source / name / f"{name}.ipynb"
    return Draft({source: text_of(notebook), **files}).write()


def new_exercise(section: Section, name: str, points: int = 2) -> list[Path]:
    """An exercise at the end of a section's notebook, with all that it needs; the files written.

    Raises ``CourseError`` for a name that cannot be an exercise's, or that is taken.
    """
    course, topic = section.course, section.topic
    package, exercises = course.layer.folder, exercises_folder(course.package, topic)
    added = {
        exercises / ASKS: "ask.py",
        package / "reference" / f"{topic}.py": "reference.py",
        package / "checks" / f"{topic}.py": "check.py",
    }
    notebook = source_notebook(section)
    names.exercise_name(section, name, list(added), {cell.get("id", "") for cell in notebook.cells})
    known = {
        "name": name,
        "topic": topic,
        "package": course.package,
        "points": str(points),
        "heading": names.heading(name),
    }
    bank = course.answers / section.name / name
    files = {exercises / f"{name}.py": fill("exercise/exercise.py", **known)}
    for answer in ANSWERS:
        files[bank / f"{answer}.py"] = fill(f"exercise/{answer}.py", **known)
    notebook.cells += exercise_cells(known, points)
    return Draft(
        files,
        {path: fill(f"exercise/{template}", **known) for path, template in added.items()},
        {section.source: text_of(notebook)},
    ).write()


def exercise_cells(known: dict[str, str], points: int) -> list[NotebookNode]:
    """The text of a TODO, its solution cell, and the test cell that follows at once."""
    name = known["name"]
    return [
        new_markdown_cell(fill("exercise/todo.md", **known).strip(), id=f"about-{name}"[:64]),
        code_cell(name, fill("exercise/solution.py", **known), solution=True),
        code_cell(
            names.TEST + name,
            fill("exercise/test.py", **known),
            grade=True,
            locked=True,
            points=points,
        ),
    ]


def code_cell(name: str, source: str, **nbgrader: bool | int) -> NotebookNode:
    """A code cell with nbgrader's metadata, whose id is its grade_id."""
    metadata = {
        "grade": False,
        "grade_id": name,
        "locked": False,
        "schema_version": SCHEMA,
        "solution": False,
        "task": False,
        **nbgrader,
    }
    cell: NotebookNode = new_code_cell(source.strip(), id=name, metadata={"nbgrader": metadata})
    return cell


def text_of(notebook: NotebookNode) -> str:
    """A notebook as it is written."""
    return f"{nbformat.writes(notebook)}\n"


def one_line(title: str) -> str:
    """A title that may stand between quotes in a file: without quotes, backslashes and breaks."""
    return " ".join(title.replace("\\", " ").replace('"', "'").split())
