"""The few tools that every notebook of the course uses."""

import os
import sysconfig
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# Names of the TODOs that a guarded cell has waited for since the kernel started.
_waited_for: set[str] = set()
_LIBRARIES = tuple({sysconfig.get_path("purelib"), sysconfig.get_path("stdlib")})


def add_to_class(cls: type) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorator: make a function, written in a cell of its own, a method of `cls`.

    The function is returned, so that its name stays bound in the notebook. Objects that exist
    already get the new method too.
    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        setattr(cls, function.__name__, function)
        return function

    return decorate


def grading() -> bool:
    """True while a grader executes the notebook: only short demos then."""
    return os.environ.get("NBGRADER_EXECUTION") == "autograde"


def unattended() -> bool:
    """True while a program executes the notebook: nobody moves a widget, and no clock is shown."""
    return bool(os.environ.get("NBGRADER_EXECUTION"))


def unwritten(error: NotImplementedError) -> str | None:
    """Name of the TODO that raised `error`, None where a library raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames or frames[-1].filename.startswith(_LIBRARIES):
        return None
    return frames[-1].name


@contextmanager
def needs_your_code() -> Iterator[None]:
    """Guard around a demo that calls TODOs: an unwritten one costs a line, not a traceback.

    Any other error is the reader's to see. A name that is missing because an earlier guarded cell
    waited is part of the same wait.
    """
    try:
        yield
    except NotImplementedError as error:
        name = unwritten(error)
        if name is None:
            raise
        _waited_for.add(name)
        print(f"⏳ This cell waits for your `{name}`.")
    except NameError as error:
        cell, *deeper = traceback.extract_tb(error.__traceback__)[1:]  # the first frame is this one
        in_cell = all(frame.filename == cell.filename for frame in deeper)
        if type(error) is not NameError or not _waited_for or not in_cell:
            raise
        print(f"⏳ This cell waits for an earlier one: `{error.name}` does not exist yet.")
