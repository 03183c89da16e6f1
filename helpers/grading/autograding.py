"""Grades a class: phase one executes every submission, phase two enters it in the gradebook."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from helpers.grading import converters
from helpers.grading.folder import Folder
from helpers.grading.grade import Graded, prepare
from helpers.grading.reading import read_submission
from helpers.grading.sections import Section


@dataclass(frozen=True)
class Step:
    """One submission done: what an instructor should read about it now."""

    student: str
    graded: Graded
    reused: bool

    @property
    def remarks(self) -> list[str]:
        return self.graded.remarks


def students(folder: Folder, section: Section, student: str = "*") -> list[str]:
    """Students with a submission of this section, or the one asked for."""
    found = [path.parent.name for path in folder.submission_folders(section.name)]
    return [name for name in found if student in ("*", name)]


def count(folder: Folder, section: Section, student: str = "*") -> int:
    return len(students(folder, section, student))


def autograde(folder: Folder, section: Section, student: str = "*") -> Iterator[Step]:
    """Grade a section's submissions one after another.

    Every execution is stored before the gradebook is touched, so an interrupted run loses at most
    the submission at hand.
    """
    names = students(folder, section, student)
    if names:
        converters.register(folder, section)
    for name in names:
        path = adopt(folder.path / "submitted" / name / section.name, section)
        submission = read_submission(path, folder.origin(section.name, name))
        graded, reused = folder.graded(section.name, prepare(section, submission))
        converters.autograde(folder, section, name)
        yield Step(name, graded, reused)


def adopt(submitted: Path, section: Section) -> Path:
    """The notebook in a student's folder; one under another name is copied to the right one."""
    path = submitted / section.source.name
    if not path.exists():
        others = sorted(submitted.glob("*.ipynb")) or sorted(p for p in submitted.iterdir())
        if others:
            shutil.copyfile(others[-1], path)
    return path
