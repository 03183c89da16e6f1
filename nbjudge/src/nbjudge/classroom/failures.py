"""What keeps the grader from going on: a full disk, a gradebook in trouble; in one sentence."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError

from nbjudge.errors import AGAIN, FolderError

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
NO_PRIVILEGE = "42501"  # PostgreSQL's code
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
MEGABYTE = 10**6
KEPT_TIMES = 4  # execution, autograded notebook, feedback, gradebook: about the same size each


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Raise ``FolderError`` for what is wrong with the machine or the gradebook of ``folder``."""
    try:
        yield
    except (OSError, sqlite3.Error, DBAPIError) as error:
        reason = explain(error, folder)
        if not reason:
            raise
        raise FolderError(reason) from error


def explain(error: BaseException | None, folder: Path) -> str:
    """The sentence on an error or on one of its causes, or nothing if it is of another kind."""
    while error is not None:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(cause, OSError) and cause.errno in FULL:
            return full(existing(Path(cause.filename)) if cause.filename else folder, folder)
        if isinstance(cause, sqlite3.Error):
            return of_gradebook(cause, folder)
        if isinstance(error, DBAPIError) and of_all(error):
            return of_server(error)
        error = error.__cause__ or error.__context__
    return ""


def of_gradebook(error: sqlite3.Error, folder: Path) -> str:
    """The sentence on an error of SQLite."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # without its extension
    path = folder / "gradebook.db"
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and free(folder) < MEGABYTE):
        return full(folder, folder)
    if code in LOCKED:
        return f"{path} is locked by another program. Close what uses it and {AGAIN}."
    if code in DAMAGED:
        return damaged(path, str(error))
    return f"{path} cannot be used ({error}). Check who may write it and its folder, and {AGAIN}."


def of_all(error: DBAPIError) -> bool:
    """Whether a server's error has nothing to do with the one submission at hand."""
    forbidden = getattr(error.orig, "sqlstate", None) == NO_PRIVILEGE
    return forbidden or isinstance(error, OperationalError | InterfaceError | InternalError)


def of_server(error: DBAPIError) -> str:
    """The sentence on an error of a gradebook's server, in whose words there is no password."""
    said = " ".join(str(error.orig).split()).rstrip(".")
    return (
        f"The gradebook's server cannot be used ({said}). Check that it runs, and the host, "
        f"database, user and password of its URL or of ~/.pgpass; then {AGAIN}."
    )


def damaged(path: Path, how: str) -> str:
    """The sentence on a gradebook that SQLite cannot read."""
    return (
        f"{path} is damaged ({how}) and was left as it is. Put a backup in its place; or move it "
        f"away, with {path.name}-journal if that is there, and run course autograde: it makes the "
        "gradebook again from .course, but for scores and comments given by hand."
    )


def full(place: Path, folder: Path) -> str:
    """The sentence on a full disk: where, how much is needed, and what to do."""
    needed = max(1, round(room(folder) / MEGABYTE))
    return (
        f"The disk of {place} is full ({free(place) / MEGABYTE:.1f} MB left). Make room for "
        f"some {needed} MB and {AGAIN}."
    )


def room(folder: Path) -> int:
    """Bytes that the submissions still to be executed will take, by those that have been."""
    sizes = [path.stat().st_size for path in folder.glob(".course/results/*.json")]
    left = max(1, len(list(folder.glob("submitted/*/*"))) - len(sizes))
    return KEPT_TIMES * left * (sum(sizes) // len(sizes) if sizes else MEGABYTE)


def free(place: Path) -> int:
    return shutil.disk_usage(place).free


def existing(path: Path) -> Path:
    """The path itself, or the nearest folder above it that exists."""
    return next((p for p in (path, *path.parents) if p.exists()), Path.cwd())
