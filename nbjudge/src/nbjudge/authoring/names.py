"""Names that a new course, section or exercise may have."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from nbjudge.course.course import Course
from nbjudge.course.sections import Section, sections
from nbjudge.errors import CourseError
from nbjudge.notebook import cells

SECTION = re.compile(r"(\d\d)_(\w+)")
LONGEST = 59  # a cell's id has 64 characters at most, and its test's begins with test_
TAKEN = ("asks", "reference", "exercises", "checks")  # by modules of a course's package
TEST = "test_"


def heading(name: str) -> str:
    """A name as a heading: ``thin_lenses`` → ``Thin lenses``."""
    return name.replace("_", " ").strip().capitalize()


def identifier(name: str, what: str) -> str:
    """The name, if a module may be called so. Raises ``CourseError``, which says what may."""
    plain = name.isidentifier() and name.isascii() and name == name.lower()
    if not plain or keyword.iskeyword(name) or name.startswith("_") or len(name) > LONGEST:
        raise CourseError(
            f"{name!r} cannot be {what}: it becomes the name of a Python module. Take small "
            f"letters, digits and _, with a letter in front, {LONGEST} characters at most."
        )
    return name


def section_name(course: Course, name: str) -> tuple[str, str]:
    """Number and topic of a new section. Raises ``CourseError`` for one that cannot be."""
    found = SECTION.fullmatch(name)
    if not found:
        raise CourseError(
            f"{name!r} cannot be a section's name: two digits, _ and the topic are, such as "
            "03_sampling."
        )
    number, topic = found.groups()
    identifier(topic, "a section's topic")
    if topic in TAKEN:
        raise CourseError(f"{topic!r} cannot be a section's topic: the course's package uses it.")
    for known in sections(course):
        if number == known.name[:2] or topic == known.topic:
            raise CourseError(f"There is {known.name} already. Take another number and topic.")
    return number, topic


def exercise_name(section: Section, name: str, modules: list[Path], ids: set[str]) -> str:
    """The name of a new exercise, which nothing else in its section has; else ``CourseError``.

    ``modules`` get a function of this name, ``ids`` are those of the notebook's cells.
    """
    identifier(name, "an exercise's name")
    if name in TAKEN or name.startswith(TEST):
        raise CourseError(f"{name!r} cannot be an exercise's name: it has a meaning of its own.")
    if clash := sorted({name, TEST + name} & ids):
        raise CourseError(f"{section.source} has a cell {clash[0]} already. Take another name.")
    for path in modules:
        tree = cells.parse(path.read_text(encoding="utf-8")) if path.is_file() else None
        for node in tree.body if tree else []:
            if name in cells.bound_names(node):
                raise CourseError(
                    f"{path}, line {node.lineno}, has a {name} already. Take another name."
                )
    return name
