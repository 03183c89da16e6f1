"""The student's names as the judge sees them: handles without operators of their own.

Calling one, or reading or setting an attribute, is a question to the student process; plain data
comes back as plain data, everything else as another handle. A handle compares, prints and converts
as itself, so an object that lies about equality lies to nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nbjudge.guest.wire import Handle

Question = Callable[[str | int, str, dict[str, Any]], Any]


class Proxy:
    """One object in the student process."""

    __slots__ = ("_question", "_target")

    def __init__(self, question: Question, target: str | int) -> None:
        object.__setattr__(self, "_question", question)
        object.__setattr__(self, "_target", target)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _put(
            self,
            "call",
            args=[_send(a) for a in args],
            kwargs={k: _send(v) for k, v in kwargs.items()},
        )

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _put(self, "get", name=name)

    def __setattr__(self, name: str, value: Any) -> None:
        _put(self, "put", name=name, value=_send(value))

    def __repr__(self) -> str:
        return f"<the student's {target(self)}>"


def target(proxy: Proxy) -> str | int:
    """The name or handle number by which the student process knows the object."""
    found: str | int = object.__getattribute__(proxy, "_target")
    return found


def offer(question: Question, name: str) -> Any:
    """What stands for a student's name in a test cell: its value if plain data, else a proxy."""
    return _receive(question, question(name, "look", {}), name)


def _put(proxy: Proxy, step: str, **given: Any) -> Any:
    question = object.__getattribute__(proxy, "_question")
    return _receive(question, question(target(proxy), step, given), None)


def _receive(question: Question, value: Any, name: str | None) -> Any:
    if isinstance(value, Handle):
        return Proxy(question, value.number if name is None else name)
    if isinstance(value, (list, tuple)):
        return type(value)(_receive(question, item, None) for item in value)
    if isinstance(value, dict):
        return {key: _receive(question, item, None) for key, item in value.items()}
    return value


def _send(value: Any) -> Any:
    if isinstance(value, Proxy):
        where = target(value)
        if isinstance(where, str):
            raise TypeError(f"give {where} to a student's function by a handle, not by its name")
        return Handle(where, "")
    return value
