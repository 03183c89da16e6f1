"""Whose fault an exception is that came up while a student's object was asked.

The asks of a topic are our code and call the student's; the student's may call ours again, where a
TODO is given a density or a decoder, or builds on another TODO that is lent in working order. An
exception is a fault of ours if code of ours raised it, and the student's if theirs did.

- What using a student's object raises, wrapped in ``Theirs``, is theirs: a missing argument, too.
- ``with theirs():`` stands around what the asks do with a student's results.
- ``@lent(fits)`` marks code of ours that theirs calls: what it raises is their fault where the
  arguments do not fit, and ours where they do.
- ``raise blame(error)`` says of an exception of ours that it is the student's.
"""

from __future__ import annotations

import functools
import sys
import traceback
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import numpy as np

from . import settings

F = TypeVar("F", bound=Callable[..., Any])
E = TypeVar("E", bound=BaseException)
MARK = "_nbjudge_theirs"
# an exhausted process, or one that was told to end, says nothing on who wrote the line
NOBODYS = (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError, RecursionError)
SET_TO_RAISE = (FloatingPointError, Warning)  # by a call of theirs, for nothing of ours does so
PLAIN = (
    *(type(None), bool, int, float, complex, str, bytes, np.ndarray, np.generic),
    *(tuple, list, dict, set, range, zip, map, filter, types.GeneratorType),
)


class Theirs:
    """A student's object. Calls and attributes go to it, and come back in plain data or so."""

    __slots__ = ("_object",)

    def __init__(self, value: Any) -> None:
        object.__setattr__(self, "_object", value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        named = {name: unwrap(value) for name, value in kwargs.items()}
        with settings.theirs():
            return wrap(unwrap(self)(*map(unwrap, args), **named))

    def __getattr__(self, name: str) -> Any:
        return wrap(getattr(unwrap(self), name))

    def __iter__(self) -> Iterator[Any]:
        return iter(unwrap(self))

    def __len__(self) -> int:
        return len(unwrap(self))

    def __getitem__(self, key: Any) -> Any:
        return wrap(unwrap(self)[key])

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(unwrap(self), name, unwrap(value))


def wrap(value: Any) -> Any:
    """The value itself if it is plain data or a tensor; else ``Theirs``."""
    torch = sys.modules.get("torch")
    tensors = (torch.Tensor,) if torch else ()
    return value if isinstance(value, (*PLAIN, *tensors, Theirs)) else Theirs(value)


def unwrap(value: Any) -> Any:
    """The student's own object, or whatever else this is."""
    return object.__getattribute__(value, "_object") if type(value) is Theirs else value


def blame(error: E) -> E:
    """The same exception, which is now the student's fault."""
    setattr(error, MARK, True)
    return error


@contextmanager
def theirs() -> Iterator[None]:
    """Whatever is raised inside is the student's fault."""
    try:
        yield
    except BaseException as error:
        blame(error)
        raise


def lent(fits: Callable[..., bool]) -> Callable[[F], F]:
    """Decorator of what student code calls; ``fits`` says whether its arguments are as agreed."""

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            try:
                with settings.lent():
                    return function(*args, **kwargs)
            except Exception as error:
                if isinstance(error, SET_TO_RAISE) or not _fit(fits, args, kwargs):
                    blame(error)
                raise

        return call  # type: ignore[return-value]

    return decorate


def numbers(*arguments: Any) -> bool:
    """Whether all of these are real numbers, or arrays or lists of them."""
    return all(np.asarray(argument).dtype.kind in "biuf" for argument in arguments)


def _fit(fits: Callable[..., bool], args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    try:
        return bool(fits(*args, **kwargs))
    except Exception:  # whatever confuses a look at arguments is no argument that was agreed on
        return False


def in_cell(filename: str) -> bool:
    """Whether code of this file name is a cell of a notebook."""
    return "ipykernel" in filename or filename.startswith("<cell")


def ours(error: BaseException, asks: str) -> bool:
    """Whether an exception that came out of the asks (a file name) is a fault of ours."""
    if isinstance(error, NOBODYS) or hasattr(error, MARK):
        return False
    fault = True
    for frame, _ in traceback.walk_tb(error.__traceback__):
        name = frame.f_code.co_filename
        if name == asks:
            fault = True
        elif name == __file__ or in_cell(name):
            fault = False
    return fault
