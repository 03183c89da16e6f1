"""What all parts of the ``course`` command share: its options, its terminal, how a command begins.

Nothing heavy is imported before a command is called, so that ``course --help`` is there at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from nbjudge.classroom.folder import Folder
    from nbjudge.course.course import Course
    from nbjudge.course.sections import Section

app = typer.Typer(
    help="Release, collect, autograde and report a course of notebooks.\n\n"
    "A class, from start to end: release → collect → autograde → feedback → report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Sections = Annotated[
    list[str] | None, typer.Argument(metavar="[SECTION]…", help="Names or numbers, such as 06.")
]
InFolder = Annotated[
    Path, typer.Option("--folder", "-C", help="The folder of the class, with its gradebook.")
]
Database = Annotated[
    str,
    typer.Option(
        "--db",
        metavar="URL",
        show_default=False,
        help="The gradebook, such as postgresql+psycopg://USER@HOST/DATABASE, if it is not "
        "gradebook.db nor what nbgrader_config.py of the class's folder says.",
    ),
]
Level = Annotated[
    str,
    typer.Option(
        "--isolation", help="How far student code is kept apart: confined, limited or none."
    ),
]
HERE = Path()


def out() -> Console:
    """What is to be read on the terminal."""
    from rich.console import Console

    return Console()


def err() -> Console:
    """What is to be read on the terminal and not in a file."""
    from rich.console import Console

    return Console(stderr=True)


def course_of(folder: Path, installed: bool = False) -> Course:
    """The course that this command is about: that of the class's folder, or of this place.

    If ``installed`` is true, one that is installed may be meant.
    """
    from nbjudge.course.course import find_course

    return find_course(folder, Path(), installed=installed)


def place_of(folder: Path, db: str = "") -> Folder:
    """The class's folder."""
    from nbjudge.classroom.folder import Folder

    return Folder(folder.resolve(), db)


def chosen(course: Course, names: list[str] | None, stage: Path | None = None) -> list[Section]:
    """The sections named; or all, of which some student has work in ``stage`` if that is given."""
    from nbjudge.course.sections import find_section, sections

    if names:
        return [find_section(course, name) for name in names]
    found = sections(course)
    return [s for s in found if stage is None or any(stage.glob(f"*/{s.name}"))]


def begin() -> None:
    """What a command that judges or executes does first: a place for its files, one thread."""
    from nbjudge.confine import temporary
    from nbjudge.confine.threads import prepare_process

    prepare_process()
    temporary.claim()
