"""Visible checks: ``check(name, object)`` looks at an answer and says where to look.

The check of an exercise is the function of its name in a module of this package. It yields lines:
whether something holds, what was looked at, and where to look if it does not hold. Checks are for
the student's eyes: they carry no points and never raise.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

Line = tuple[bool, str, str]  # whether it holds, what was looked at, where to look if it does not
Check = Callable[..., Iterator[Line]]


def check(name: str, *objects: Any) -> None:
    """Print what is right in an answer, and what to look at."""
    found = _find(name)
    if found is None:
        print(f"There is no visible check called {name!r}.")
        return
    try:
        for holds, what, look in found(*objects):
            print(f"✓ {what}" if holds else f"✗ {what}\n  → {look}")
    except NotImplementedError:
        print(f"✗ {name}: not written yet.")
    except Exception as error:
        print(f"✗ your code stopped with {type(error).__name__}: {str(error)[:120]}")


def _find(name: str) -> Check | None:
    """The check of this name, in whichever module of this package it stands."""
    for module in pkgutil.iter_modules(__path__):
        found = getattr(importlib.import_module(f"{__name__}.{module.name}"), name, None)
        if callable(found) and found.__module__ == f"{__name__}.{module.name}":
            return found
    return None
