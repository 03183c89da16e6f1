"""A temporary folder for everything that one run makes, cleared by the next if this one is killed.

Whoever holds the lock on a folder's ``alive`` file lives; the system lets go of it for the dead.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO

ALIVE = "alive"
_held: list[IO[bytes]] = []


def claim() -> Path:
    """Have this process and its children use a folder of their own, and clear those of dead ones.

    The folder goes when the process ends in order.
    """
    place = Path(tempfile.gettempdir())
    clear(place)
    hidden = Path(tempfile.mkdtemp(prefix=".course-", dir=place))
    _held.append((hidden / ALIVE).open("wb"))
    fcntl.flock(_held[-1], fcntl.LOCK_EX)
    hidden.chmod(0o711)  # student processes of another user start from a folder in it
    folder = hidden.rename(place / hidden.name[1:])  # seen by others only now that it is locked
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    atexit.register(remove, folder)
    return folder


def clear(place: Path) -> None:
    """Remove the folders of this user's processes that are dead."""
    for alive in place.glob(f"course-*/{ALIVE}"):
        try:
            with alive.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                remove(alive.parent)
        except OSError:  # alive, another user's, or gone by now
            continue


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, deeper than Python can follow too."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except RecursionError:
        subprocess.run(["rm", "-rf", "--", str(folder)], check=False, capture_output=True)
