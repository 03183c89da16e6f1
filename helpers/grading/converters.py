"""Runs nbgrader's own converters on a class's folder, in this process."""

from __future__ import annotations

import io
import logging
import os
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SAWarning
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from helpers.grading.folder import Folder
from helpers.grading.sections import ROOT, Section

warnings.filterwarnings("ignore", category=SAWarning)  # nbgrader's own, on every new submission
log = logging.getLogger("course.nbgrader")
log.propagate = False
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


def database(folder: Folder) -> str:
    """URL of the folder's gradebook; a lock is waited for instead of failing after 5 s."""
    return f"sqlite:///{folder.path.resolve() / 'gradebook.db'}?timeout=60"


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
    said = io.StringIO()
    log.handlers = [logging.StreamHandler(said)]
    log.setLevel(logging.ERROR)
    try:
        job.start()
    except NbGraderException as error:
        lines = said.getvalue().strip().splitlines() or [str(error)]
        reason = next((line for line in reversed(lines) if "Error" in line), lines[0])
        raise ConversionError(f"{converter.__name__} of {section.name}: {reason}") from error


def generate(folder: Folder, section: Section, release: Path) -> None:
    """Generate a section's release, and enter its cells and points into the gradebook."""
    convert(GenerateAssignment, folder, section,
            CourseDirectory={"release_directory": str(release)})  # fmt: skip


def register(folder: Folder, section: Section) -> None:
    """Enter a section into the gradebook, or bring it up to date there."""
    with tempfile.TemporaryDirectory() as scratch:
        generate(folder, section, Path(scratch) / "release")


def autograde(folder: Folder, section: Section, student: str, isolation: str) -> None:
    """Autograde one student's submission into ``autograded`` and the gradebook."""
    convert(Autograde, folder, section, student, Run={"isolation": isolation})


def feedback(folder: Folder, section: Section) -> None:
    """Write the feedback of everyone who has been autograded."""
    convert(GenerateFeedback, folder, section)


def scores(folder: Folder, section: Section) -> dict[str, dict[str, Any]]:
    """What the gradebook says of every student: score, maximum, and whether a human must look."""
    with Gradebook(database(folder)) as gradebook:
        try:
            assignment = gradebook.find_assignment(section.name)
        except MissingEntry:
            return {}
        return {
            s.student.id: {
                "score": s.score,
                "max_score": s.max_score,
                "by_hand": sum(g.manual_score or 0.0 for n in s.notebooks for g in n.grades),
                "needs_manual_grade": s.needs_manual_grade,
            }
            for s in assignment.submissions
        }
