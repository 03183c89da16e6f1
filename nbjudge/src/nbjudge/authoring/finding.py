"""What ``course check`` finds: one sentence, with the file, the cell and what to do."""

from __future__ import annotations

import ast
import traceback
from dataclasses import dataclass
from pathlib import Path

from nbjudge.course.course import Course


@dataclass(frozen=True)
class Finding:
    """Something that is missing or wrong in a course.

    ``exercise`` is the one that cannot be graded rightly because of it, if there is one.
    """

    file: str
    cell: str
    text: str
    exercise: str = ""

    def __str__(self) -> str:
        cell = f", cell {self.cell}" if self.cell else ""
        return f"{self.file}{cell}: {self.text}"


def shown(course: Course, path: Path) -> str:
    """A path as it is read from the course's folder."""
    return str(path.relative_to(course.root) if path.is_relative_to(course.root) else path)


def said(error: BaseException) -> str:
    """An exception in one line: type and first words, and the line of the author's that raised."""
    words = str(error).strip().partition("\n")[0][:160]
    frames = traceback.extract_tb(error.__traceback__)
    if isinstance(error, SyntaxError):
        place = f" (line {error.lineno})"
    elif frames and not frames[-1].filename.startswith("<frozen"):
        place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})"
    else:
        place = ""
    return f"{type(error).__name__}: {words}{place}"


def syntax_of(path: Path) -> ast.Module | str:
    """The syntax tree of a file, or in one line why there is none."""
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    except (SyntaxError, ValueError, OSError) as error:
        return said(error)
