"""The files that skeletons are filled in from: ``templates/``, with ``$name`` where a name goes."""

from __future__ import annotations

from importlib.resources import files
from string import Template


def fill(template: str, **names: str) -> str:
    """The text of a template such as ``section/asks.py`` with the names put in; ``$$`` is a dollar.

    Raises ``KeyError`` for a name that is not given.
    """
    place = files("nbjudge.authoring") / "templates" / f"{template}.in"
    return Template(place.read_text(encoding="utf-8")).substitute(names)
