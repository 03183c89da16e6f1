"""A class's gradebook: nbgrader's own, through its API, opened once a run."""

from __future__ import annotations

import os
import sqlite3
import sys
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, TypedDict

from nbgrader.api import Gradebook as Api
from nbgrader.api import MissingEntry, Student
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from nbjudge.classroom.failures import damaged, explained
from nbjudge.classroom.files import install, part
from nbjudge.classroom.folder import Folder
from nbjudge.course.config import load_config
from nbjudge.course.course import Course
from nbjudge.course.sections import Section
from nbjudge.errors import FolderError
from nbjudge.gradebook.database import checked, configured, file_of, turn

PATIENCE = 60  # seconds that a locked gradebook is waited for, where SQLite's default is 5
LONGEST = Student.id.type.length  # of a name, in characters
DIGITS = 6  # of a score: each database sums in an order of its own, which shows in the last ones


class Row(TypedDict):
    """What the gradebook says of one student's section."""

    score: float
    max_score: float
    by_hand: float
    needs_manual_grade: bool


class Gradebook:
    """The gradebook of a class's folder. Use as a context manager.

    Raises ``FolderError`` for a gradebook that cannot be used, in a sentence that says what to do.
    """

    def __init__(self, folder: Folder, course: Course) -> None:
        self.folder, self.course = folder, course
        self._api: Api | None = None

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database; it is opened again when it is needed."""
        if self._api is not None:
            self._api.close()
            self._api = None

    @cached_property
    def url(self) -> str:
        """As given by name, else as the folder's own ``nbgrader_config.py`` says, else that of
        ``gradebook.db`` in it."""
        url = self.folder.db_url or configured(self.folder.path)
        if url:
            return checked(url)
        return f"sqlite:///{self.folder.gradebook.resolve()}?timeout={PATIENCE}"

    @cached_property
    def file(self) -> Path | None:
        """SQLite's file; None for a server's database, which other machines use too."""
        return file_of(self.url)

    @cached_property
    def config(self) -> Config:
        """The course's nbgrader configuration, for this class."""
        config = load_config(self.course.nbgrader_config)
        config.CourseDirectory.root = str(self.folder.path)
        config.CourseDirectory.source_directory = str(self.course.source)
        config.CourseDirectory.db_url = self.url
        return config

    def ensure(self) -> None:
        """Make the gradebook if there is none, whole or not at all.

        Nothing is written to one that is damaged.
        """
        if self.file:
            self._ensure_file(self.file)
            return
        with explained(self.folder.path), turn(self.url):
            self.close()
            _open(self.url).close()

    def _ensure_file(self, path: Path) -> None:
        journal = path.with_name(f"{path.name}-journal")
        if not path.exists():
            if journal.exists():  # SQLite would play it back into another gradebook than its own
                raise FolderError(
                    f"{journal} belongs to a gradebook that is not there. Put that back beside it, "
                    "or move the journal away too."
                )
            self.folder.state.mkdir(parents=True, exist_ok=True)
            made = part(self.folder.state)
            _open(f"sqlite:///{made.resolve()}").close()
            install(made, path)
        if path.stat().st_size == 0:
            raise FolderError(damaged(path, "it is empty"))
        with (
            explained(self.folder.path),
            closing(sqlite3.connect(path, timeout=PATIENCE)) as connection,
        ):
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if said != "ok":
            raise FolderError(damaged(path, said.splitlines()[-1]))

    @contextmanager
    def session(self) -> Iterator[Api]:
        """nbgrader's API on the open database; what is not committed at the end is undone."""
        with explained(self.folder.path):
            if self._api is None:
                self._api = _open(self.url)
            try:
                yield self._api
            finally:
                self._api.db.rollback()

    def enrol(self, section: Section) -> None:
        """Enter into a server's gradebook who handed in, before another machine does now.

        That may be grading another section of the same students.
        """
        if self.file:
            return
        names = [path.parent.name for path in self.folder.submission_folders(section.name)]
        with explained(self.folder.path), turn(self.url), self.session() as api:
            for name in names:
                if self.fits(name):
                    api.update_or_create_student(name)

    def fits(self, student: str) -> bool:
        """Whether it takes a name of this length: PostgreSQL minds it, SQLite does not."""
        return len(student) <= LONGEST or self.file is not None

    def withdraw(self, section: Section, student: str) -> None:
        """Take back the automatic scores of a submission; it is in the gradebook afterwards.

        But for a student whose name does not fit there, who has none.
        """
        if not self.fits(student):
            return
        ids = {"notebook": section.source.stem, "assignment": section.name, "student": student}
        with self.session() as api, warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, on every new submission
            api.update_or_create_student(student)
            api.update_or_create_submission(section.name, student)
            reset(api, ids)

    def scores(self, section: Section) -> dict[str, Row]:
        """What the gradebook says of every student."""
        if self.file and not self.file.exists():
            return {}
        self.ensure()
        with self.session() as api:
            try:
                assignment = api.find_assignment(section.name)
            except MissingEntry:
                return {}
            return {s.student.id: row(s) for s in assignment.submissions}


def row(submission: Any) -> Row:
    """What nbgrader's record of a submission says."""
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    return {
        "score": round(submission.score, DIGITS),
        "max_score": round(submission.max_score, DIGITS),
        "by_hand": round(sum(grade.manual_score or 0.0 for grade in grades), DIGITS),
        "needs_manual_grade": submission.needs_manual_grade,
    }


def reset(api: Api, ids: dict[str, str]) -> None:
    """Take back the automatic scores of one student's notebook; what a human gave stays."""
    submission = api.find_submission_notebook(ids["notebook"], ids["assignment"], ids["student"])
    for grade in submission.grades:
        grade.auto_score = None
        grade.needs_manual_grade = grade.needs_manual_grade or grade.manual_score is None
    api.db.commit()


def _open(url: str) -> Api:
    """nbgrader's API on a database. A new one is made with ``alembic``, which nbgrader calls by
    name, and which is not on the PATH of an environment that is not activated."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        return Api(url)
    finally:
        os.environ["PATH"] = before
