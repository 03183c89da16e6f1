"""Runs nbgrader's own converters on a class's folder, in this process."""

from __future__ import annotations

import logging
import os
import sqlite3
import sys
import tempfile
import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry, Student
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SAWarning
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from nbjudge.gradebook.database import checked, configured, file_of, turn
from nbjudge.classroom.failures import damaged, explain, explained
from nbjudge.errors import FolderError
from nbjudge.classroom.files import install, part
from nbjudge.classroom.folder import Folder
from nbjudge.gradebook.gradebook import reset
from nbjudge.course.sections import ROOT, Section
from nbjudge.pool.local import JOBS

warnings.filterwarnings("ignore", category=SAWarning)  # nbgrader's own, on every new submission
log = logging.getLogger("course.nbgrader")
for silent in (log, logging.getLogger("tornado.application")):  # nbgrader's; we say it ourselves
    silent.addHandler(logging.NullHandler())
    silent.propagate = False
PATIENCE = 60  # seconds that a locked gradebook is waited for, where SQLite's default is 5
LONGEST = Student.id.type.length  # of a name, in characters
# a fork has nbgrader in memory, which takes seconds to import; only Linux's libraries survive it
PROCESSES = get_context("fork" if sys.platform == "linux" else "spawn")
DIGITS = 6  # of a score: each database sums in an order of its own, which shows in the last ones
# a first Gradebook() calls alembic by name, which is not on the PATH of an inactive environment
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


class ConversionError(Exception):
    """nbgrader could not convert something; the text is its own."""


def configuration(folder: Folder) -> Config:
    """The course's nbgrader configuration, for a class in ``folder``."""
    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    config.CourseDirectory.root = str(folder.path)
    config.CourseDirectory.source_directory = str(ROOT / "source")
    config.CourseDirectory.db_url = database(folder)
    return config


class Heard(logging.Handler):
    """Keeps the exceptions that nbgrader logs and then swallows."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[BaseException] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = sys.exc_info()[1]
        if error is not None:
            self.errors.append(error)


def database(folder: Folder) -> str:
    """URL of the folder's gradebook: as given by name, else as its ``nbgrader_config.py`` says,
    else that of ``gradebook.db`` in it. Raises ``FolderError`` for one that cannot be used."""
    url = folder.db_url or configured(folder.path)
    return checked(url) if url else f"sqlite:///{folder.gradebook.resolve()}?timeout={PATIENCE}"


def ensure_gradebook(folder: Folder) -> None:
    """Make the gradebook if there is none, whole or not at all.

    Raises ``FolderError`` if there is one that is damaged (nothing is written to it), or if it
    cannot be reached.
    """
    url = database(folder)
    if path := file_of(url):
        ensure_file(folder, path)
        return
    with explained(folder.path), turn(url):
        Gradebook(url).close()


def ensure_file(folder: Folder, path: Path) -> None:
    """Make a gradebook of SQLite's if there is none, or see that the one there is whole."""
    journal = path.with_name(f"{path.name}-journal")
    if not path.exists():
        if journal.exists():  # SQLite would play it back into another gradebook than its own
            raise FolderError(f"{journal} belongs to a gradebook that is not there. Put that back "
                              "beside it, or move the journal away too.")  # fmt: skip
        folder.state.mkdir(parents=True, exist_ok=True)
        made = part(folder.state)
        Gradebook(f"sqlite:///{made.resolve()}").close()
        install(made, path)
    if path.stat().st_size == 0:
        raise FolderError(damaged(path, "it is empty"))
    with explained(folder.path), closing(sqlite3.connect(path, timeout=PATIENCE)) as connection:
        said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise FolderError(damaged(path, said.splitlines()[-1]))


def convert(
    converter: type[Any], folder: Folder, section: Section, student: str = "*",
    **options: dict[str, str],
) -> None:
    """Run one of nbgrader's converters over a section, or one student of it, afresh.

    ``options`` configure classes by name, as ``nbgrader_config.py`` does.
    """
    config = configuration(folder)
    config.CourseDirectory.assignment_id = section.name
    config.merge(Config(options))
    directory = CourseDirectory(config=config)
    directory.student_id = student
    job = converter(coursedir=directory, config=config, log=log)
    job.force = True
    folder.path.mkdir(parents=True, exist_ok=True)
    heard = Heard()
    log.handlers = [heard]
    log.setLevel(logging.ERROR)
    try:
        with explained(folder.path):
            job.start()
    except NbGraderException as error:
        cause = heard.errors[0] if heard.errors else error
        if reason := explain(cause, folder.path):
            raise FolderError(reason) from cause
        kind = f"{type(cause).__name__}: " if heard.errors else ""
        raise ConversionError(f"{converter.__name__} of {section.name}: {kind}{cause}") from cause


def generate(folder: Folder, section: Section, release: Path) -> None:
    """Generate a section's release, and enter its cells and points into the gradebook."""
    ensure_gradebook(folder)
    with explained(folder.path), turn(database(folder)):
        convert(GenerateAssignment, folder, section,
                CourseDirectory={"release_directory": str(release)})  # fmt: skip


def register(folder: Folder, section: Section) -> None:
    """Enter a section into the gradebook, or bring it up to date there."""
    with tempfile.TemporaryDirectory() as scratch:
        generate(folder, section, Path(scratch) / "release")
    enrol(folder, section)


def enrol(folder: Folder, section: Section) -> None:
    """Enter into a server's gradebook who handed in, before another machine does at this moment.

    That may be grading another section of the same students now.
    """
    url = database(folder)
    if file_of(url):
        return
    names = [path.parent.name for path in folder.submission_folders(section.name)]
    with explained(folder.path), turn(url), Gradebook(url) as gradebook:
        for name in names:
            if fits(folder, name):
                gradebook.update_or_create_student(name)


def fits(folder: Folder, student: str) -> bool:
    """Whether the gradebook takes a name of this length: PostgreSQL minds it, SQLite does not."""
    return len(student) <= LONGEST or file_of(database(folder)) is not None


def autograde(folder: Folder, section: Section, student: str, isolation: str) -> None:
    """Autograde one student's submission into ``autograded`` and the gradebook."""
    if not fits(folder, student):
        raise ConversionError(f"A gradebook in PostgreSQL takes names of {LONGEST} characters at "
                              "most. Give the folder in submitted a shorter one.")  # fmt: skip
    convert(Autograde, folder, section, student, Run={"isolation": isolation})


def withdraw(folder: Folder, section: Section, student: str) -> None:
    """Take back the automatic scores of a submission; it is in the gradebook afterwards.

    But for a student whose name does not fit there, who has none.
    """
    if not fits(folder, student):
        return
    ids = {"notebook": section.source.stem, "assignment": section.name, "student": student}
    with explained(folder.path), Gradebook(database(folder)) as gradebook:
        gradebook.update_or_create_student(student)
        gradebook.update_or_create_submission(section.name, student)
        reset(gradebook, ids)


def feedback(folder: Folder, section: Section, jobs: int = JOBS) -> Iterator[str]:
    """Write the feedback of everyone who has been autograded, ``jobs`` at a time.

    It is begun at once; the students' names come as theirs is done. Everyone's is, before an error
    with one of them is raised. Raises ``ConversionError`` if there is nobody.
    """
    ensure_gradebook(folder)
    names = [p.parent.name for p in folder.submission_folders(section.name, "autograded")]
    if not names:
        raise ConversionError(f"Nobody's {section.name} has been graded. Run course autograde.")
    executor = ProcessPoolExecutor(jobs, PROCESSES)
    running = {executor.submit(convert, GenerateFeedback, folder, section, name): name
               for name in names}  # fmt: skip
    executor.shutdown(wait=False)  # when all is done

    def done() -> Iterator[str]:
        for writing in as_completed(running):
            yield running[writing]
        for writing in running:
            writing.result()

    return done()


def scores(folder: Folder, section: Section) -> dict[str, dict[str, Any]]:
    """What the gradebook says of every student: score, maximum, and whether a human must look."""
    url = database(folder)
    path = file_of(url)
    if path and not path.exists():
        return {}
    ensure_gradebook(folder)
    with explained(folder.path), Gradebook(url) as gradebook:
        try:
            assignment = gradebook.find_assignment(section.name)
        except MissingEntry:
            return {}
        return {
            s.student.id: {
                "score": round(s.score, DIGITS),
                "max_score": round(s.max_score, DIGITS),
                "by_hand": round(sum(g.manual_score or 0.0 for n in s.notebooks for g in n.grades),
                                 DIGITS),
                "needs_manual_grade": s.needs_manual_grade,
            }
            for s in assignment.submissions
        }
