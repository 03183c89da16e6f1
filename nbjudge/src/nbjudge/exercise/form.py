"""The form that a result is due in, and a sentence for a result that has another.

A wrong form is said once: what else goes wrong because of it is no misconception of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

PART = re.compile(r"(?P<name>[^()]*?)\s*(?:\((?P<axes>[^()]*)\))?")
COUNTED = {2: "two things", 3: "three things", 4: "four things"}
AXES = {1: "one axis", 2: "two axes", 3: "three axes"}
NUMERIC = "biuf"


@dataclass(frozen=True)
class Part:
    """One array or number of a result: what it is called, and its axes by their names."""

    name: str
    axes: tuple[str, ...]

    @property
    def due(self) -> str:
        """The form in words."""
        return f"one array of shape {shape_of(self.axes)}" if self.axes else "one number"


@dataclass(frozen=True)
class Form:
    """One part or several; ``results`` finds the student's results in what asks give back.

    Asks hand a result on as it came, so that its form can be seen; attributes that a method sets
    are handed on as a dict by their names.
    """

    parts: tuple[Part, ...]
    results: Callable[[Any], Iterable[Any]]

    @property
    def due(self) -> str:
        """The form in words."""
        if len(self.parts) == 1:
            return self.parts[0].due
        names = " and ".join((", ".join(p.name for p in self.parts[:-1]), self.parts[-1].name))
        return f"{COUNTED[len(self.parts)]}, {names},"

    def fault(self, values: Iterable[Any]) -> str:
        """What is wrong with the form of these answers, in a sentence; nothing if one is right."""
        every = [result for value in values for result in self._found(value)]
        results = [result for result in every if not empty(result)] or every
        found = [self._fault(result, results) for result in results]
        return found[0] if found and all(found) else ""

    def _found(self, value: Any) -> list[Any]:
        """The results in one answer; an answer in which they cannot be found is one itself."""
        try:
            return list(self.results(value))
        except (TypeError, KeyError, IndexError, ValueError):
            return [value]

    def _fault(self, result: Any, beside: list[Any]) -> str:
        if isinstance(result, dict) and all(part.name in result for part in self.parts):
            return self._in_attributes(result, beside)
        if len(self.parts) == 1:
            (part,) = self.parts
            return sentence("", part, result, beside) if odd(result, part) else ""
        if not isinstance(result, (tuple, list)) or len(result) != len(self.parts):
            return capital(f"{came(result)} came back where {self.due} are due.")
        whole = [b for b in beside if isinstance(b, (tuple, list)) and len(b) == len(self.parts)]
        for place, (part, item) in enumerate(zip(self.parts, result, strict=True)):
            if odd(item, part):
                return sentence(f"{part.name}: ", part, item, [b[place] for b in whole])
        return ""

    def _in_attributes(self, result: dict[str, Any], beside: list[Any]) -> str:
        for part in self.parts:
            if odd(result[part.name], part):
                others = [b.get(part.name) for b in beside if isinstance(b, dict)]
                return sentence(f"{part.name}: ", part, result[part.name], others)
            if isinstance(
                result[part.name], (list, tuple)
            ):  # which a result might be, but no state
                return f"{part.name}: {came(result[part.name])} came back where an ndarray is due."
        return ""


def form(*parts: str, results: Callable[[Any], Iterable[Any]] = lambda value: [value]) -> Form:
    """A form by its parts: ``form("responsibilities (n, K)")``, ``form("samples (n,)", "rate")``.

    A part without axes is a number.
    """
    return Form(tuple(map(_part, parts)), results)


def _part(words: str) -> Part:
    found = PART.fullmatch(words)
    if not found:
        raise ValueError(f"{words!r} is no part of a form: write 'name (axis, axis)' or 'name'")
    axes = found["axes"] or ""
    return Part(found["name"], tuple(axis.strip() for axis in axes.split(",") if axis.strip()))


def odd(result: Any, part: Part) -> bool:
    """Whether a result is nothing that could be this part: no numbers, or other axes."""
    shape = sizes(result)
    return shape is None or len(shape) != len(part.axes)


def empty(result: Any) -> bool:
    """Whether an array in a result holds nothing: such a one has hardly a form."""
    items = [result, *(result if isinstance(result, (tuple, list)) else ())]
    return any(0 in (sizes(item) or ()) for item in items)


def sizes(result: Any) -> tuple[int, ...] | None:
    """The shape of an array, a number or a nested list of numbers; of anything else None."""
    if isinstance(result, tuple) and any(isinstance(i, tuple) or np.ndim(i) for i in result):
        return None  # arrays side by side are several results, of whatever sizes they are
    if isinstance(result, (np.ndarray, np.generic, int, float, list, tuple)):
        try:
            array = np.asarray(result)
        except (ValueError, TypeError, OverflowError):
            return None
        return array.shape if array.dtype.kind in NUMERIC else None
    if type(result).__module__.startswith("torch"):
        return tuple(result.shape)
    return None


def sentence(where: str, part: Part, result: Any, beside: list[Any]) -> str:
    """What came back, and what is due."""
    shape = () if isinstance(result, tuple) else sizes(result)
    text = f"{where}{array(part, shape, beside) if shape else came(result)} came back "
    text += f"where {part.due} is due."
    if isinstance(result, tuple) and len(result) == 1:
        text += " A comma after a value makes a tuple of it."
    return text if where else capital(text)


def array(part: Part, shape: tuple[int, ...], beside: list[Any]) -> str:
    """An array of this shape, in words; its axes by name if what came ``beside`` tells them."""
    if len(shape) < len(part.axes):  # nobody knows which of them it is
        return f"an array with {AXES.get(len(shape), len(shape))}"
    others = [s for b in beside if (s := sizes(b)) and len(s) == len(shape)]
    return f"an array of shape {shape_of(named(part, others))}"


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def named(part: Part, others: list[tuple[int, ...]]) -> list[str]:
    """The axes of results, by the names of those that they seem to be; ones, as they are.

    What is left over is called by its size if that is always the same.
    """
    columns = list(zip(*others, strict=True))
    due, names = list(part.axes), list[str]()
    for column in columns:
        alike = [name for name, other in zip(names, columns, strict=False) if column == other]
        if set(column) == {1}:
            names.append("1")
        elif due:
            names.append(due.pop(0))
        elif alike:
            names.append(alike[0])
        else:
            names.append(str(column[0]) if len(set(column)) == 1 < len(column) else "another")
    return names


def came(result: Any) -> str:
    """What a result is, in words."""
    if result is None:
        return "nothing (None)"
    if isinstance(result, str):
        return "text"
    if isinstance(result, tuple):
        return "a tuple of one" if len(result) == 1 else COUNTED.get(len(result), "a tuple")
    if isinstance(result, (list, dict)):
        return f"a {type(result).__name__}"
    shape = sizes(result)
    if shape is None:  # it stayed in the process that answers
        return f"an object of type {getattr(result, 'kind', type(result).__name__)}"
    return "a number" if shape == () else f"an array of shape {shape}"


def shape_of(axes: Iterable[str]) -> str:
    """``(n,)``, ``(n, K)``."""
    names = list(axes)
    return f"({names[0]},)" if len(names) == 1 else f"({', '.join(names)})"
