"""Files that are whole or not there at all, whenever the writing process is killed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import re
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import psutil

T = TypeVar("T")
log = logging.getLogger("course.files")
PART = re.compile(r"\.(\d+)-[0-9a-f]{8}\.part(-journal)?")  # in the making, by which process


def read_form(path: Path, read: Callable[[Any], T], mend: str) -> T | None:
    """What ``read`` makes of a JSON file, or None if there is none.

    One that is damaged is put aside, which is said with what mends it, and counts as not there.
    """
    try:
        return read(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        aside = path.replace(path.with_name(f"{path.name}.damaged"))
    log.warning("%s is damaged, and is now called %s: %s.", path, aside.name, mend)
    return None


def sealed(form: dict[str, Any]) -> str:
    """A form as text that shows whether it is whole."""
    text = json.dumps(form)
    return f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}"


def unsealed(text: str) -> dict[str, Any]:
    """The form in a sealed text. Raises ``ValueError`` if a character of it has changed."""
    seal, _, body = text.partition("\n")
    if hashlib.sha256(body.encode()).hexdigest() != seal:
        raise ValueError("the seal is broken")
    return dict(json.loads(body))


def part(folder: Path) -> Path:
    """A new name for a file in the making, which tells whose it is."""
    return folder / f".{os.getpid()}-{secrets.token_hex(4)}.part"


def written(folder: Path, text: str, mode: int = 0o666) -> Path:
    """A file in the making that is safe on the disk. Raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    path = part(folder)
    try:
        path.touch(mode, exist_ok=False)
        # half a surrogate pair, as a student's text may hold it, becomes JSON's own escape for it
        with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all. Raises ``OSError``."""
    written(path.parent, text).replace(path)


def install(made: Path, path: Path) -> None:
    """Move a file in the making to its place, unless another process was quicker."""
    with contextlib.suppress(FileExistsError):
        os.link(made, path)
    made.unlink()


def clear_parts(paths: Iterable[Path]) -> None:
    """Remove those files in the making whose process is dead."""
    for path in paths:
        found = PART.fullmatch(path.name)
        if found and not psutil.pid_exists(int(found[1])):
            path.unlink(missing_ok=True)
