"""The ``course`` command: its parts put together, run, and ended in one sentence if need be."""

from __future__ import annotations

import sys

from nbjudge.cli import authoring, classes, courses  # noqa: F401  they register their commands
from nbjudge.cli.command import app, err
from nbjudge.errors import CourseError


def main() -> None:
    """Run the command; a mistake of the caller ends in one sentence and exit code 2."""
    try:
        app(standalone_mode=True)
    except CourseError as error:
        err().print(f"course: {error}", style="red", markup=False)
        sys.exit(2)
