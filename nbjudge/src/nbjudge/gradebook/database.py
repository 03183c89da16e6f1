"""Where the gradebook of a class is: a file of SQLite in its folder, or a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import NullPool, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from nbjudge.course.config import load_config
from nbjudge.errors import FolderError

CONFIG = "nbgrader_config.py"
PATIENCE = 60  # seconds that other machines' turns are waited for
DIALLING = "10"  # seconds that a server may take to answer; without it a lost host takes minutes
TURN = 0x636F75727365  # the number of our advisory lock, as good as any other
EXAMPLE = "postgresql+psycopg://USER@HOST/DATABASE"


def configured(folder: Path) -> str:
    """``c.CourseDirectory.db_url`` of the folder's own ``nbgrader_config.py``, or nothing.

    Raises ``FolderError`` if that file cannot be run.
    """
    path = folder / CONFIG
    return str(load_config(path).CourseDirectory.get("db_url", "")) if path.is_file() else ""


def checked(url: str) -> str:
    """The URL of a gradebook that can be used here, with a limit to how long a server is called.

    Raises ``FolderError`` for any other, in a sentence that does not repeat it: there may be a
    password in it.
    """
    try:
        found = make_url(url)
        backend = found.get_backend_name()
        if backend not in ("postgresql", "sqlite"):
            raise FolderError(
                f"The gradebook can be in PostgreSQL or SQLite, not in {backend}. Write {EXAMPLE}"
            )
        found.get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise FolderError(
            f"The gradebook's URL cannot be read. Write {EXAMPLE}, with signs that "
            "mean something in a URL as %40 and the like."
        ) from error
    except ImportError as error:
        raise FolderError(
            f"The driver of {found.drivername}:// is not installed. Run pip install "
            f"'psycopg[binary]', and write {EXAMPLE}"
        ) from error
    if backend == "postgresql":
        found = found.set(query={"connect_timeout": DIALLING, **found.query})
    return found.render_as_string(hide_password=False)


def file_of(url: str) -> Path | None:
    """SQLite's file of a checked URL; None if it is of a server, which other machines use too."""
    found = make_url(url)
    return Path(found.database or "") if found.get_backend_name() == "sqlite" else None


@contextmanager
def turn(url: str) -> Iterator[None]:
    """Wait for other machines' turns in a server's gradebook, and let them wait; not in a file.

    nbgrader looks first and writes then: two at once would make the same tables, courses and
    students. Raises what SQLAlchemy raises, also if it waits for longer than ``PATIENCE``.
    """
    if file_of(url):
        yield
        return
    with create_engine(url, poolclass=NullPool).begin() as connection:
        connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({TURN})"))
        yield  # the lock ends with the transaction, however that ends
