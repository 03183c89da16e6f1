"""The exercises of a course: modules of ``<package>.exercises.<topic>`` that hold ``EXERCISE``."""

from __future__ import annotations

import importlib
import pkgutil
import traceback
from functools import cache
from pathlib import Path

from nbjudge.course.student_layer import package_folder
from nbjudge.errors import GraderError
from nbjudge.exercise.exercise import Exercise

VALUE = "EXERCISE"
ASKS = "asks.py"


@cache
def find_exercise(package: str, topic: str, name: str) -> Exercise:
    """The exercise of this name.

    Raises ``GraderError`` if there is none, or one that cannot be imported.
    """
    module = f"{package}.exercises.{topic}.{name}"
    try:
        found = getattr(importlib.import_module(module), VALUE)
    except Exception as error:  # it is an author's code, and may raise anything
        raise GraderError(f"exercise {module}: {traceback.format_exc()}") from error
    if not isinstance(found, Exercise):
        raise GraderError(f"exercise {module}: {VALUE} is no Exercise.")
    return found


def has_exercise(package: str, topic: str, name: str) -> bool:
    """Whether there is a module for an exercise of this name."""
    return (exercises_folder(package, topic) / f"{name}.py").is_file()


def exercises_of(package: str, topic: str) -> dict[str, Exercise]:
    """Every exercise of a topic by name. Raises ``GraderError`` for one that cannot be imported."""
    found = {}
    for module in pkgutil.iter_modules([str(exercises_folder(package, topic))]):
        source = exercises_folder(package, topic) / f"{module.name}.py"
        if source.is_file() and f"\n{VALUE} = " in source.read_text(encoding="utf-8"):
            found[module.name] = find_exercise(package, topic, module.name)
    return found


def exercises_folder(package: str, topic: str) -> Path:
    """Where the modules of a topic's exercises lie."""
    return package_folder(package) / "exercises" / topic


def asks_source(package: str, topic: str) -> str:
    """The source of a topic's asks, which is sent to student processes; not imported here."""
    path = exercises_folder(package, topic) / ASKS
    return path.read_text(encoding="utf-8") if path.is_file() else ""
