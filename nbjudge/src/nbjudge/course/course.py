"""``course.toml``: all that is known of a course before its notebooks are read.

::

    [course]
    name = "optics"                 # of the wheel that students get, and in messages
    title = "A first course in optics"
    package = "optics"              # beside course.toml or installed; with exercises and reference

    [folders]                       # each may be left out
    source = "source"
    release = "release"
    solutions = "solutions"
    answers = "answers"

    [students]
    layer = ["__init__.py", "lenses"]   # what is shipped of the package: nothing else is
    environment = ["numpy"]             # packages whose versions a verdict may depend on
"""

from __future__ import annotations

import re
import sys
import tomllib
from contextlib import suppress
from dataclasses import dataclass, fields
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from nbjudge.course.student_layer import StudentLayer, package_folder
from nbjudge.errors import CourseError

FILE = "course.toml"
GROUP = "nbjudge.courses"  # of entry points: a course's name and its package


@dataclass(frozen=True)
class Folders:
    """The course's folders, relative to where ``course.toml`` lies."""

    source: str = "source"
    release: str = "release"
    solutions: str = "solutions"
    answers: str = "answers"


@dataclass(frozen=True)
class Course:
    """One course. Plain data, so that it can be sent to where submissions are judged."""

    root: Path
    name: str
    title: str
    package: str
    folders: Folders
    layer: StudentLayer
    environment: tuple[str, ...]

    @property
    def source(self) -> Path:
        return self.root / self.folders.source

    @property
    def release(self) -> Path:
        return self.root / self.folders.release

    @property
    def solutions(self) -> Path:
        return self.root / self.folders.solutions

    @property
    def answers(self) -> Path:
        return self.root / self.folders.answers

    @property
    def nbgrader_config(self) -> Path:
        return self.root / "nbgrader_config.py"


KEYS: dict[str, dict[str, type]] = {
    "course": {"name": str, "title": str, "package": str},
    "folders": {field.name: str for field in fields(Folders)},
    "students": {"layer": list, "environment": list},
}
NEEDED = (("course", "name"), ("course", "package"), ("students", "layer"))


def find_course(*starts: Path, installed: bool = False) -> Course:
    """The course of the nearest ``course.toml`` in or above these folders, tried in turn.

    If ``installed`` is true it may also be that of a package which is installed from its folder:
    classes and files can be graded anywhere. Raises ``CourseError`` if there is none, or one that
    cannot be used.
    """
    for start in starts or (Path(),):
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / FILE).is_file():
                return load_course(folder)
    roots = installed_courses() if installed else []
    if len(roots) == 1:
        return load_course(roots[0])
    last = (starts or (Path(),))[-1].resolve()
    raise CourseError(
        f"There is no {FILE} in {last} or above it. Go to the course's folder, or make one: "
        "course new course NAME."
    )


def installed_courses() -> list[Path]:
    """Folders of courses whose packages are installed from there, by ``GROUP`` of entry points."""
    found = set()
    for entry in entry_points(group=GROUP):
        with suppress(CourseError):
            found.add(package_folder(entry.value).parent)
    return sorted(root for root in found if (root / FILE).is_file())


def load_course(root: Path) -> Course:
    """The course of a folder; its package can be imported afterwards.

    Raises ``CourseError``, with the key, the line and what to do, for a file that cannot be used.
    """
    path = root / FILE
    text = path.read_text(encoding="utf-8")
    try:
        form = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"{path} is no TOML: {error}. Correct that line.") from error
    _check(form, path, text)
    head, students = form["course"], form["students"]
    course = Course(
        root=root.resolve(),
        name=head["name"],
        title=head.get("title", head["name"]),
        package=head["package"],
        folders=Folders(**form.get("folders", {})),
        layer=StudentLayer(head["package"], tuple(students["layer"])),
        environment=tuple(students.get("environment", [])),
    )
    if not course.source.is_dir():
        raise CourseError(
            f"{path}{_line(text, 'folders', 'source')}: there is no folder {course.source}. Make "
            "it, or correct folders.source."
        )
    if str(course.root) not in sys.path:
        sys.path.insert(0, str(course.root))
    try:
        _ = course.layer.folder
    except CourseError as error:
        raise CourseError(
            f"{path}{_line(text, 'course', 'package')}: the package {course.package!r} cannot be "
            "imported. Put it beside course.toml or install it, or correct course.package."
        ) from error
    return course


def _check(form: dict[str, Any], path: Path, text: str) -> None:
    """Raise ``CourseError`` for an unknown or missing key, or a value of another kind."""
    for table, found in form.items():
        if table not in KEYS or not isinstance(found, dict):
            known = ", ".join(f"[{name}]" for name in KEYS)
            raise CourseError(
                f"{path}{_line(text, '', table)}: there is no {table!r} in a {FILE}. "
                f"It has: {known}."
            )
        for key, value in found.items():
            kind = KEYS[table].get(key)
            place = f"{path}{_line(text, table, key)}"
            if kind is None:
                raise CourseError(
                    f"{place}: [{table}] has no key {key!r}. It has: {', '.join(KEYS[table])}."
                )
            texts = isinstance(value, list) and all(isinstance(item, str) for item in value)
            if not isinstance(value, kind) or (kind is list and not texts):
                wanted = "a list of texts" if kind is list else "a text"
                raise CourseError(f"{place}: {table}.{key} should be {wanted}, in quotes.")
    for table, key in NEEDED:
        if key not in form.get(table, {}):
            raise CourseError(f"{path}: [{table}] needs the key {key!r}. Add a line {key} = …")


def _line(text: str, table: str, key: str) -> str:
    """``, line N`` of a key in a table, or of a table; nothing where it is not found."""
    here = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if head := re.match(r"\s*\[\s*([\w.-]+)\s*\]", line):
            here = head[1]
            if not table and here == key:
                return f", line {number}"
        elif here == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return f", line {number}"
    return ""
