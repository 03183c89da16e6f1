"""Grades a class: phase one executes every submission, phase two enters it in the gradebook."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from helpers.grading import converters
from helpers.grading.folder import Folder
from helpers.grading.grade import Graded, prepare
from helpers.grading.reading import read_submission
from helpers.grading.sections import Section
from helpers.grading.worker import JOBS


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


def autograde(
    folder: Folder, section: Section, isolation: str, student: str = "*"
) -> Iterator[Step]:
    """Grade a section's submissions, executing as many at a time as there are cores.

    Every execution is stored before the gradebook is touched, so an interrupted run loses at most
    the submissions at hand. The gradebook has this one writer.
    """
    names = students(folder, section, student)
    if not names:
        return
    converters.register(folder, section)
    folder.key()
    clean = [intake(folder, section, name) for name in names]  # not in threads: ast.parse minds
    with ThreadPoolExecutor(JOBS) as threads:
        executions = threads.map(
            lambda notebook: folder.graded(section.name, notebook, isolation), clean
        )
        for name, (graded, reused) in zip(names, executions, strict=True):
            converters.autograde(folder, section, name, isolation)
            yield Step(name, graded, reused)


def intake(folder: Folder, section: Section, student: str) -> NotebookNode:
    """The clean notebook of what one student submitted."""
    path = adopt(folder.path / "submitted" / student / section.name, section)
    submission = read_submission(path, folder.origin(section.name, student))
    return prepare(section, submission)


def adopt(submitted: Path, section: Section) -> Path:
    """The notebook in a student's folder; one under another name is copied to the right one."""
    path = submitted / section.source.name
    if not path.exists():
        others = sorted(submitted.glob("*.ipynb")) or sorted(p for p in submitted.iterdir())
        if others:
            shutil.copyfile(others[-1], path)
    return path
