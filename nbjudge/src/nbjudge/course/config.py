"""What an ``nbgrader_config.py`` says, of a course or of a class."""

from __future__ import annotations

from pathlib import Path

from traitlets.config import Config
from traitlets.config.loader import ConfigFileNotFound, PyFileConfigLoader

from nbjudge.errors import FolderError

OLD = "helpers.grading"  # where this package was before it was one


def load_config(path: Path) -> Config:
    """What an ``nbgrader_config.py`` says. Raises ``FolderError`` if it cannot be run or is old."""
    try:
        config = PyFileConfigLoader(path.name, path=str(path.parent)).load_config()
    except ConfigFileNotFound as error:
        raise FolderError(
            f"There is no {path}. Copy the one of another course: it tells nbgrader "
            "to grade by nbjudge."
        ) from error
    except Exception as error:  # it is Python, and may raise anything
        raise FolderError(
            f"{path} cannot be run ({type(error).__name__}: {error}). Mend it: it "
            "says how nbgrader grades and which gradebook is used."
        ) from error
    if OLD in str(config):
        raise FolderError(
            f"{path} names classes of {OLD}, which are in nbjudge now: write "
            f"nbjudge.gradebook.preprocessors wherever it says {OLD}.gradebook."
        )
    return config
