"""Runs nbgrader's own converters on a class's folder, in this process."""

from __future__ import annotations

import logging
import sys
import tempfile
import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from nbjudge.classroom.failures import explain, explained
from nbjudge.course.sections import Section
from nbjudge.errors import ConversionError, FolderError
from nbjudge.gradebook.database import turn
from nbjudge.gradebook.gradebook import LONGEST, Gradebook
from nbjudge.pool.local import JOBS, Execute

log = logging.getLogger("course.nbgrader")


class SwallowedErrors(logging.Handler):
    """Keeps the exceptions that nbgrader logs and then swallows."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[BaseException] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = sys.exc_info()[1]
        if error is not None:
            self.errors.append(error)


@contextmanager
def errors_kept() -> Iterator[SwallowedErrors]:
    """Have nbgrader say nothing on the terminal: what there is to say is said by us."""
    tornado = logging.getLogger("tornado.application")
    silent, listener = logging.NullHandler(), SwallowedErrors()
    tornado.addHandler(silent)
    before = tornado.propagate
    log.handlers, log.propagate, tornado.propagate = [listener], False, False
    log.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, on every new submission
            yield listener
    finally:
        tornado.removeHandler(silent)
        tornado.propagate = before


def convert(
    converter: type[Any],
    book: Gradebook,
    section: Section,
    student: str = "*",
    execute: Execute | None = None,
    **options: dict[str, Any],
) -> None:
    """Run one of nbgrader's converters over a section, or one student of it, afresh.

    ``execute`` is what has submissions judged; ``options`` configure classes by name, as
    ``nbgrader_config.py`` does.
    """
    config = Config()
    config.merge(book.config)
    config.CourseDirectory.assignment_id = section.name
    config.merge(Config(options))
    directory = CourseDirectory(config=config)
    directory.student_id = student
    job = converter(coursedir=directory, config=config, log=log)
    job.force, job.execute = True, execute
    folder = book.folder.path
    folder.mkdir(parents=True, exist_ok=True)
    with errors_kept() as said:
        try:
            with explained(folder):
                job.start()
        except NbGraderException as error:
            cause = said.errors[0] if said.errors else error
            if reason := explain(cause, folder):
                raise FolderError(reason) from cause
            kind = f"{type(cause).__name__}: " if said.errors else ""
            text = f"{converter.__name__} of {section.name}: {kind}{cause}"
            raise ConversionError(text) from cause


def generate(book: Gradebook, section: Section, release: Path) -> None:
    """Generate a section's release, and enter its cells and points into the gradebook."""
    book.ensure()
    with explained(book.folder.path), turn(book.url):
        place = {"release_directory": str(release)}
        convert(GenerateAssignment, book, section, CourseDirectory=place)


def register(book: Gradebook, section: Section) -> None:
    """Enter a section into the gradebook, or bring it up to date there."""
    with tempfile.TemporaryDirectory() as scratch:
        generate(book, section, Path(scratch) / "release")
    book.enrol(section)


def autograde(
    book: Gradebook, section: Section, student: str, isolation: str, execute: Execute
) -> None:
    """Autograde one student's submission into ``autograded`` and the gradebook."""
    if not book.fits(student):
        raise ConversionError(
            f"A gradebook in PostgreSQL takes names of {LONGEST} characters at "
            "most. Give the folder in submitted a shorter one."
        )
    course = {"course": str(section.course.root)}
    convert(Autograde, book, section, student, execute, Run={"isolation": isolation}, Step=course)


def feedback(book: Gradebook, section: Section, jobs: int = JOBS) -> Iterator[str]:
    """Write the feedback of everyone who has been autograded, ``jobs`` at a time.

    It is begun at once; the students' names come as theirs is done. Everyone's is, before an error
    with one of them is raised. Raises ``ConversionError`` if there is nobody.
    """
    book.ensure()
    found = book.folder.submission_folders(section.name, "autograded")
    names = [path.parent.name for path in found]
    if not names:
        raise ConversionError(f"Nobody's {section.name} has been graded. Run course autograde.")
    _ = book.config, book.url  # known to all that are forked
    book.close()
    # a fork has nbgrader in memory, which takes seconds to import; only Linux's libraries survive
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    executor = ProcessPoolExecutor(jobs, context)
    running = {
        executor.submit(convert, GenerateFeedback, book, section, name): name for name in names
    }
    executor.shutdown(wait=False)  # when all is done

    def done() -> Iterator[str]:
        for writing in as_completed(running):
            yield running[writing]
        for writing in running:
            writing.result()

    return done()
