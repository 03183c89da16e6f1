"""Visible checks: `check(name, object)` looks at an answer and says what to look at.

A check is a generator of lines, registered under its exercise's name in a module
`helpers/<topic>/checks.py`. It carries no points and never raises.
"""

import importlib
import importlib.util
import pkgutil
import textwrap
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

import helpers
from helpers.course import unwritten

MAX_WARNINGS = 2


@dataclass(frozen=True)
class Line:
    """What was looked at, whether it holds, and where to look if it does not."""

    ok: bool
    what: str
    look: str = ""

    def __str__(self) -> str:
        return f"✓ {self.what}" if self.ok else f"✗ {self.what}\n  → {self.look}"


Check = Callable[..., Iterator[Line]]
_registry: dict[str, tuple[Check, str]] = {}
_passed: dict[str, bool] = {}  # exercise → whether its last check since the kernel started passed


def register(name: str, hidden: str) -> Callable[[Check], Check]:
    """Decorator: make a generator of lines the check of one exercise.

    hidden: what the hidden tests look at, in words
    """

    def decorate(check: Check) -> Check:
        _registry[name] = (check, hidden)
        return check

    return decorate


def _find(name: str) -> tuple[Check, str] | None:
    """The registered check, after importing every topic's module once."""
    if name not in _registry:
        for module in pkgutil.iter_modules(helpers.__path__):
            checks = f"helpers.{module.name}.checks"
            if module.ispkg and importlib.util.find_spec(checks):
                importlib.import_module(checks)
    return _registry.get(name)


def exercises_of(section: str) -> list[str]:
    """The exercises of a section, named like its topic's package, in the notebook's order."""
    module = importlib.import_module(f"helpers.{section}.checks").__name__
    return [name for name, (check, _) in _registry.items() if check.__module__ == module]


def progress(section: str) -> str:
    """How many of a section's checks passed when they last ran."""
    names = exercises_of(section)
    return f"{sum(_passed.get(name, False) for name in names)} of {len(names)} done"


def array(value: Any, shape: tuple[int, ...], what: str) -> tuple[Line, NDArray[np.float64] | None]:
    """A line on form, shape and finiteness, and the array if all are right, else None."""
    right = f"{what}: shape {shape}" if shape else f"{what}: one number"
    if value is None or isinstance(value, str):
        return Line(False, right, came(value)), None
    try:
        answer = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return Line(False, right, came(value)), None
    if answer.shape != shape:
        several = isinstance(value, tuple) and shape[:1] != (len(value),)
        look = came(value) if several else f"yours has shape {answer.shape}"
        return Line(False, right, look), None
    if not np.isfinite(answer).all():
        return Line(False, f"{what}: finite", "yours holds NaN or infinity"), None
    return Line(True, right), answer


def parts_missing(value: Any, *names: str) -> Line | None:
    """A line to say that what came back is not so many results side by side, if it is not."""
    if isinstance(value, (tuple, list)) and len(value) == len(names):
        return None
    return Line(False, f"{len(names)} results: {', '.join(names)}", came(value))


def came(value: Any) -> str:
    """What came back in place of what was expected, in words."""
    if value is None:
        return "your function returned nothing (None); does it end in a return?"
    if isinstance(value, str):
        return "your function returned text"
    if isinstance(value, tuple):
        if len(value) == 1:
            return "your function returned a tuple of one; a comma after a value makes one"
        return f"your function returned {len(value)} things"
    if isinstance(value, (list, np.ndarray)):
        return f"your function returned one {type(value).__name__}"
    return f"your function returned an object of type {type(value).__name__}"


def close(mine: Any, expected: Any, tolerance: float = 1e-6) -> bool:
    """True if two answers agree to a relative and absolute tolerance."""
    return bool(np.allclose(mine, expected, rtol=tolerance, atol=tolerance))


def untouched(before: Any, after: Any, what: str) -> Line:
    """Whether an argument is as it was."""
    return Line(
        np.array_equal(before, after),
        f"{what}: left as given",
        "your code changes its argument in place",
    )


def _says(name: str, error: Exception) -> str:
    """One line about an exception that a student's code raised."""
    if isinstance(error, NotImplementedError):
        missing = unwritten(error)
        if missing is None or missing.strip("_") == name:
            return f"✗ `{name}`: not written yet."
        return f"✗ `{name}` waits for your `{missing}`."
    return f"✗ your code stopped with {type(error).__name__}: {str(error)[:120]}"


def check(name: str, *objects: Any) -> None:
    """Print what is right and what to look at in an answer. Never raises, carries no points."""
    found = _find(name)
    if found is None:
        print(f"There is no visible check called {name!r}.")
        return
    lines, hidden = found
    _passed[name] = False
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            _passed[name] = _show(lines(*objects))
        except Exception as error:
            print(_says(name, error))
            if isinstance(error, NotImplementedError):
                return
    for message in list(dict.fromkeys(str(w.message) for w in caught))[:MAX_WARNINGS]:
        print(f"! your code warned: {message[:100]}")
    print(textwrap.fill(f"The hidden tests also look at: {hidden}.", 88, subsequent_indent="  "))
    print("Progress:", progress(lines.__module__.split(".")[-2]))


def _show(lines: Iterator[Line]) -> bool:
    """Print the lines as they come. Returns whether all hold."""
    right = []
    for line in lines:
        print(line)
        right.append(line.ok)
    return all(right)
