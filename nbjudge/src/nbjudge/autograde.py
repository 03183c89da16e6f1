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
from nbjudge.classroom.failures import explain, explained
from nbjudge.classroom.files import part
from nbjudge.classroom.folder import Folder
from nbjudge.classroom.grading import graded_in
from nbjudge.course.recognise import prepare
from nbjudge.course.sections import Section
from nbjudge.errors import CourseError, FolderError, JudgeCrashedError, SubmissionError
from nbjudge.gradebook import converters
from nbjudge.gradebook.entered import Scores, automatic_scores, is_entered
from nbjudge.gradebook.gradebook import Gradebook
from nbjudge.intake.reading import read_submission
from nbjudge.judge.verdict import Status
from nbjudge.notebook import cells
from nbjudge.notebook.text import legible
from nbjudge.pool.graded import Graded, Receipt, rejected
from nbjudge.pool.local import JOBS, Execute

T = TypeVar("T")
Execution = Future[tuple[Graded, bool]]


@dataclass(frozen=True)
class Step:
    """One submission done, or failed: what an instructor should read about it now."""

    student: str
    graded: Graded
    reused: bool
    before: Receipt | None  # of the grading before
    failed: bool = False

    @property
    def remarks(self) -> list[str]:
        return self.graded.remarks

    @property
    def defects(self) -> list[str]:
        """Exercises that a fault of ours kept from being judged."""
        return [v.name for v in self.graded.verdicts if v.status is Status.DEFECT]

    @property
    def change(self) -> str:
        """How the outcome differs from the grading before, or nothing."""
        return "" if self.failed else regrade.difference(self.before, self.graded.receipt())


def students(folder: Folder, section: Section, student: str = "*") -> list[str]:
    """Students with a submission of this section, or the one asked for."""
    found = [path.parent.name for path in folder.submission_folders(section.name)]
    return [name for name in found if student in ("*", name)]


def autograde(
    book: Gradebook,
    section: Section,
    isolation: str,
    execute: Execute,
    student: str = "*",
    jobs: int = JOBS,
    again: bool = False,
) -> Iterator[Step]:
    """Grade a section's submissions, ``jobs`` at a time, in the order in which they are executed.

    What was executed before is found, and not executed ``again`` unless that is asked for.

    Every execution is stored before the gradebook is touched, so an interrupted run loses at most
    the submissions at hand. The gradebook has this one writer. What goes wrong with one student is
    that student's step; ``FolderError`` is raised for what stops them all.
    """
    folder = book.folder
    names = students(folder, section, student)
    if not names:
        return
    with explained(folder.path), folder.lock():
        folder.clear_parts()
        converters.register(book, section)
        folder.key()
        entering = Entering(book, section, isolation, execute, again)
        with ThreadPoolExecutor(jobs) as threads:
            clean = ((name, promise(intake, folder, section, name)) for name in names)
            try:
                pending = begin(clean, lambda *w: threads.submit(entering.execution_of, *w))
                scores = automatic_scores(book, section)
                for execution in as_completed(list(pending)):
                    name = pending.pop(execution)
                    yield entering.enter(name, execution, scores.get(name, {}))
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
    alike = []
    for student, clean in work:
        content = student if clean.exception() else cells.content_hash(clean.result())
        if content in first:
            alike.append((student, clean, first[content]))
        else:
            first[content] = execute(clean)
            begun[first[content]] = student
    for student, clean, same in alike:  # last, when every other one has a thread
        begun[execute(clean, same)] = student
    return begun


@dataclass(frozen=True)
class Entering:
    """One run over a section: has submissions executed, and enters what came of them."""

    book: Gradebook
    section: Section
    isolation: str
    execute: Execute
    again: bool = False

    def execution_of(
        self, clean: Future[NotebookNode], alike: Execution | None = None
    ) -> tuple[Graded, bool]:
        """The grading of a clean notebook; a judge's process that dies costs a second try.

        It waits for the execution of one that is ``alike``, and finds that.
        """
        wait([alike] if alike else [])
        wanted = (self.book.folder, self.section, clean.result(), self.isolation, self.execute)
        again = self.again and alike is None
        try:
            return graded_in(*wanted, again)
        except JudgeCrashedError:
            return graded_in(*wanted, again)

    def enter(self, student: str, execution: Execution, scores: Scores) -> Step:
        """Enter one execution in the gradebook; without one, take the automatic scores back.

        Nothing is written where all of it is there already; ``scores`` are the gradebook's.
        """
        folder, section = self.book.folder, self.section
        before = folder.receipt(section.name, student)
        try:
            graded, reused = execution.result()
            if not is_entered(folder, student, graded, before, scores):
                converters.autograde(self.book, section, student, self.isolation, self.execute)
            return Step(student, graded, reused, before)
        except FolderError:
            raise
        except Exception as error:  # whatever it is, it is this submission's: the class goes on
            if reason := explain(error, folder.path):
                raise FolderError(reason) from error
            graded = rejected(section.course, [reason_of(error)], self.isolation, section.name)
            self.book.withdraw(section, student)
            folder.save_receipt(student, graded)
            return Step(student, graded, False, before, failed=True)


def reason_of(error: Exception) -> str:
    """One printable line on why a submission could not be graded."""
    text = " ".join(f"{error}".split()) or type(error).__name__
    named = text if isinstance(error, CourseError) else (f"{type(error).__name__}: {text}")
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
