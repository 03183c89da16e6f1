"""What stands for a package that is not installed here: it fails when it is used, by its name.

Notebooks import more than their answers need: a drive to mount, another way to plot. A stand-in can
be passed around, asked for attributes and named in annotations, as a package can before it is used.
"""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from typing import Any, NoReturn

ARITHMETIC = (
    *("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow"),
    *("lshift", "rshift", "and", "or", "xor"),
)
USES = (
    *("call", "getitem", "setitem", "delitem", "contains", "iter", "len", "bool", "enter", "exit"),
    *("int", "float", "complex", "index", "array", "neg", "pos", "abs", "invert"),
    *("lt", "le", "gt", "ge", "mro_entries", *ARITHMETIC, *(f"r{name}" for name in ARITHMETIC)),
)


class StandIn:
    """Stands for a package, or anything of it. Raises ``ModuleNotFoundError`` when it is used."""

    _package: str
    __array_ufunc__ = None  # arrays leave arithmetic with it to it

    def __init__(self, package: str) -> None:
        object.__setattr__(self, "_package", package)

    def __repr__(self) -> str:
        return f"<{self._package}, which is not installed where this is graded>"

    def __getattr__(self, name: str) -> StandIn:
        if name.startswith("_"):  # protocols look for these, and go without
            raise AttributeError(said(self._package), name=name, obj=self)
        return StandIn(self._package)

    def __setattr__(self, name: str, value: object) -> None:
        self._fail()

    def __instancecheck__(self, instance: object) -> bool:
        return False

    def __subclasscheck__(self, subclass: type) -> bool:
        return False

    def _fail(self) -> NoReturn:
        raise ModuleNotFoundError(said(self._package), name=self._package)


def _use() -> Callable[..., NoReturn]:
    return lambda self, *_, **__: self._fail()


for _name in USES:
    setattr(StandIn, f"__{_name}__", _use())


def said(package: str) -> str:
    """The sentence about a package that is not here."""
    return f"{package} is not installed where this is graded."


def missing_package(error: BaseException | None) -> str:
    """The package that is not installed here, if that is why an import failed; else nothing.

    A module that is missing in a package which is here is an ordinary mistake. In a namespace that
    several packages share, such as ``google``, the package is the part below.
    """
    if not isinstance(error, ModuleNotFoundError) or not error.name:
        return ""
    parts = error.name.split(".")
    for name in (parts[0], ".".join(parts[:2])):
        spec = _spec(name)
        if spec is None:
            return name
        if spec.origin is not None:
            break
    return ""


def stand_ins(statement: ast.Import | ast.ImportFrom, package: str) -> dict[str, Any]:
    """What an import would have bound, with stand-ins for a package that is not here."""
    whole = isinstance(statement, ast.Import)
    names = [alias.asname or alias.name for alias in statement.names if alias.name != "*"]
    return {name.partition(".")[0] if whole else name: StandIn(package) for name in names}


def _spec(name: str) -> ModuleSpec | None:
    try:
        return importlib.util.find_spec(name)
    except (ImportError, ValueError):  # nothing there, or something odd that was put there
        return None
