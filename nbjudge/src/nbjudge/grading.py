"""Grading files on their own: the whole way from a file to verdicts, with no gradebook in sight."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from nbjudge.confine.levels import require
from nbjudge.course.course import Course, find_course
from nbjudge.course.recognise import prepare, recognise
from nbjudge.errors import JudgeCrashedError, UnknownSectionError
from nbjudge.intake.reading import read_submission
from nbjudge.pool.graded import Graded, draw_seed, grade, rejected
from nbjudge.pool.local import Execute, JudgePool


def grade_file(
    path: Path | str, course: Course | None = None, *, level: str = "confined", seed: str = ""
) -> Graded:
    """Grade one notebook file by the course that it belongs to.

    ``course`` is that of the folder this process works in, or the one installed, unless it is
    given; ``level`` is one of confined, limited and none, and ``seed`` repeats an earlier grading.
    Whatever is wrong with the file is in the result's ``remarks``.

    Raises ``CourseError`` where there is no course, or student code cannot be kept apart so far.
    """
    found = course or find_course(installed=True)
    ((_, graded),) = grade_files([Path(path)], found, level=level, seed=seed)
    return graded


def grade_files(
    paths: Iterable[Path], course: Course, *, level: str = "confined", seed: str = ""
) -> Iterator[tuple[Path, Graded]]:
    """Grade notebook files one after another, as ``grade_file`` does one."""
    require(level)
    key = secrets.token_bytes(32)
    with JudgePool(course.layer) as pool:
        for path in paths:
            yield path, _graded(path, course, level, seed, key, pool.execute)


def _graded(
    path: Path, course: Course, level: str, seed: str, key: bytes, execute: Execute
) -> Graded:
    submission = read_submission(path)
    try:
        section = recognise(course, submission)
    except UnknownSectionError as error:
        return rejected(course, [*submission.remarks, f"{path.name}: {error}"], level)
    notebook = prepare(section, submission)
    drawn = seed or draw_seed(key, section.name, str(path))
    try:
        return grade(section, notebook, drawn, level, execute)
    except JudgeCrashedError as error:
        return rejected(course, [f"{path.name}: {error}. Grade it again."], level)
