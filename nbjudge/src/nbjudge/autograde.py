"""Grades a class: phase one executes every submission, phase two enters it in the gradebook."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from nbformat import NotebookNode

from nbjudge.classroom import regrade
from nbjudge.gradebook import converters
from nbjudge.notebook import cells
from nbjudge.errors import SetAsideError
from nbjudge.gradebook.entered import Scores, automatic_scores, is_entered
from nbjudge.classroom.failures import explain, explained
from nbjudge.errors import FolderError
from nbjudge.classroom.files import part
from nbjudge.classroom.folder import Folder
from nbjudge.course.recognise import prepare
from nbjudge.pool.graded import Graded, rejected
from nbjudge.intake.reading import read_submission
from nbjudge.notebook.text import legible
from nbjudge.course.sections import Section
from nbjudge.errors import JudgeCrashedError
from nbjudge.pool.local import JOBS, Judge
from nbjudge.pool.local import judge as here

T = TypeVar("T")
Execution = Future[tuple[Graded, bool]]


class SubmissionError(Exception):
    """There is nothing to grade in a student's folder; the text says where."""


SAID_BY_US = (SubmissionError, SetAsideError, converters.ConversionError)


@dataclass(frozen=True)
class Step:
    """One submission done, or failed: what an instructor should read about it now."""

    student: str
    graded: Graded
    reused: bool
    before: dict[str, Any]  # the receipt of the grading before, or nothing
    failed: bool = False

    @property
    def remarks(self) -> list[str]:
        return self.graded.remarks

    @property
    def change(self) -> str:
        """How the outcome differs from the grading before, or nothing."""
        return "" if self.failed else regrade.difference(self.before, self.graded.receipt())


def students(folder: Folder, section: Section, student: str = "*") -> list[str]:
    """Students with a submission of this section, or the one asked for."""
    found = [path.parent.name for path in folder.submission_folders(section.name)]
    return [name for name in found if student in ("*", name)]


def autograde(
    folder: Folder, section: Section, isolation: str, student: str = "*", jobs: int = JOBS,
    judge: Judge = here,
) -> Iterator[Step]:
    """Grade a section's submissions, ``jobs`` at a time, in the order in which they are executed.

    Every execution is stored before the gradebook is touched, so an interrupted run loses at most
    the submissions at hand. The gradebook has this one writer. What goes wrong with one student is
    that student's step; ``FolderError`` is raised for what stops them all.
    """
    names = students(folder, section, student)
    if not names:
        return
    with explained(folder.path), folder.lock():
        folder.clear_parts()
        converters.register(folder, section)
        folder.key()
        with ThreadPoolExecutor(jobs) as threads:
            clean = ((name, promise(intake, folder, section, name)) for name in names)
            place = (folder, section, isolation, judge)
            try:
                pending = begin(clean, lambda *w: threads.submit(execution_of, *place, *w))
                held = automatic_scores(folder, section)
                for execution in as_completed(list(pending)):
                    name = pending.pop(execution)
                    yield enter(folder, section, name, isolation, execution, held.get(name, {}))
            finally:
                threads.shutdown(cancel_futures=True)


def promise(function: Callable[..., T], *arguments: Any) -> Future[T]:
    """The result of a call made now, or its exception, for whoever asks later."""
    future: Future[T] = Future()
    try:
        future.set_result(function(*arguments))
    except Exception as error:
        future.set_exception(error)
    return future


def begin(
    work: Iterable[tuple[str, Future[NotebookNode]]], execute: Callable[..., Execution]
) -> dict[Execution, str]:
    """Have all this work executed; students by execution.

    The same work is executed once: of two who handed in the same, the second waits for the first.
    Notebooks are made in this thread, since ast minds others.
    """
    first: dict[str, Execution] = {}
    begun: dict[Execution, str] = {}
    twins = []
    for student, clean in work:
        content = student if clean.exception() else cells.content_hash(clean.result())
        if content in first:
            twins.append((student, clean, first[content]))
        else:
            first[content] = execute(clean)
            begun[first[content]] = student
    for student, clean, twin in twins:  # last, when every twin has a thread
        begun[execute(clean, twin)] = student
    return begun


def execution_of(
    folder: Folder, section: Section, isolation: str, judge: Judge, clean: Future[NotebookNode],
    twin: Execution | None = None,
) -> tuple[Graded, bool]:
    """The grading of a clean notebook; a judge's process that dies costs a second try."""
    wait([twin] if twin else [])
    try:
        return folder.graded(section.name, clean.result(), isolation, judge)
    except JudgeCrashedError:
        return folder.graded(section.name, clean.result(), isolation, judge)


def enter(
    folder: Folder, section: Section, student: str, isolation: str, execution: Execution,
    held: Scores,
) -> Step:
    """Enter one execution in the gradebook; without one, take the automatic scores back.

    Nothing is written where all of it is there already; ``held`` is what the gradebook holds.
    """
    before = folder.receipt(section.name, student)
    try:
        graded, reused = execution.result()
        if not is_entered(folder, student, graded, before, held):
            converters.autograde(folder, section, student, isolation)
        return Step(student, graded, reused, before)
    except FolderError:
        raise
    except Exception as error:  # whatever it is, it is this submission's, and the class goes on
        if reason := explain(error, folder.path):
            raise FolderError(reason) from error
        graded = rejected([reason_of(error)], isolation, section.name)
        converters.withdraw(folder, section, student)
        folder.save_receipt(student, graded)
        return Step(student, graded, False, before, failed=True)


def reason_of(error: Exception) -> str:
    """One printable line on why a submission could not be graded."""
    text = " ".join(f"{error}".split()) or type(error).__name__
    named = text if isinstance(error, SAID_BY_US) else (
        f"{type(error).__name__}: {text}")  # fmt: skip
    return f"This submission could not be graded. {legible(named, 500)}"


def intake(folder: Folder, section: Section, student: str) -> NotebookNode:
    """The clean notebook of what one student submitted."""
    path = adopt(folder.path / "submitted" / student / section.name, section)
    submission = read_submission(path, folder.origin(section.name, student))
    return prepare(section, submission)


def adopt(submitted: Path, section: Section) -> Path:
    """The notebook in a student's folder; one under another name is copied to the right one.

    Raises ``SubmissionError`` if there is no file.
    """
    path = submitted / section.source.name
    if path.exists() or path.is_symlink():
        return path
    files = sorted(p for p in submitted.iterdir() if p.is_file() and not p.is_symlink())
    others = [p for p in files if p.suffix == ".ipynb"] or files
    if not others:
        raise SubmissionError(f"{submitted} holds no file. Collect it again, or remove the folder.")
    copy = part(submitted.parent)
    shutil.copyfile(others[-1], copy)
    return copy.replace(path)
