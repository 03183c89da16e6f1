"""What a cell defines, apart from what it does: for cells that end before their last line.

What follows in such a cell is still bound where it defines: functions, classes, imports, names for
what can be had at once. What is done for its effect, computed by the student's own functions, or
repeated in a loop, is left out.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import types
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import numpy as np

DEFINITIONS_ALONE = "definitions"  # a magic of ours: its cell is bound, and nothing is said of it
IMPORTS = (ast.Import, ast.ImportFrom)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
WITH = (ast.With, ast.AsyncWith)
LIBRARIES = {  # whose functions are quick, or make functions from functions
    *("cmath", "collections", "dataclasses", "enum", "fractions", "functools", "itertools"),
    *("jax", "math", "numba", "numpy", "operator", "pathlib", "re", "torch", "types", "typing"),
}
QUICK = {  # built-in functions
    *("abs", "bool", "bytes", "classmethod", "complex", "dict", "enumerate", "float", "frozenset"),
    *("getattr", "globals", "hasattr", "int", "isinstance", "issubclass", "len", "list", "locals"),
    *("max", "min", "property", "range", "reversed", "round", "set", "slice", "sorted"),
    *("staticmethod", "str", "sum", "tuple", "type", "vars", "zip"),
}


def definitions(nodes: Iterable[ast.stmt], names: dict[str, Any]) -> Iterator[ast.stmt]:
    """The statements that define, one by one, to be executed before the next one is asked for.

    ``names`` are those bound by then. A ``with`` and an ``if`` are gone through; of a ``try`` what
    defines is kept, so that an import has its alternative.
    """
    for node in nodes:
        if isinstance(node, (*FUNCTIONS, *IMPORTS)) or _assigns(node, names) or _sets(node, names):
            yield node
        elif isinstance(node, WITH):
            yield from definitions(node.body, names)
        elif isinstance(node, ast.If):
            yield from definitions(_branch(node, names), names)
        elif isinstance(node, ast.Try):
            yield _tried(node, names)


def to_come(node: ast.stmt, line: int) -> Iterator[ast.stmt]:
    """What was still to come of a statement that ended at this line, a failed import included."""
    if isinstance(node, IMPORTS):
        yield node
    elif isinstance(node, WITH) and line < node.body[0].lineno:
        yield from node.body
    elif isinstance(node, (*WITH, ast.If, ast.Try)):
        handlers = [handler.body for handler in getattr(node, "handlers", [])]
        for body in (node.body, getattr(node, "orelse", []), *handlers):
            for number, inner in enumerate(body):
                if inner.lineno <= line <= (inner.end_lineno or line):
                    yield from to_come(inner, line)
                    yield from body[number + 1 :]


def at_once(node: ast.AST, names: dict[str, Any]) -> bool:
    """Whether an expression can be had at once, without calling what a student wrote."""
    if isinstance(node, ast.Lambda):
        return at_once(node.args, names)
    if isinstance(node, (ast.Await, ast.Yield, ast.YieldFrom)):
        return False
    if isinstance(node, ast.Call) and not (_decorates(node, names) or _quick(node.func, names)):
        return False
    return all(at_once(child, names) for child in ast.iter_child_nodes(node))


def _assigns(node: ast.stmt, names: dict[str, Any]) -> bool:
    """Whether a statement gives names or attributes to what can be had at once."""
    if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
        return False
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return all(map(_binds, targets)) and at_once(node.value, names)


def _binds(target: ast.expr) -> bool:
    """Whether a target is a name, an attribute, or an entry of ``globals()``."""
    if isinstance(target, (ast.Tuple, ast.List)):
        return all(map(_binds, target.elts))
    if isinstance(target, ast.Subscript):
        made = target.value.func if isinstance(target.value, ast.Call) else None
        return isinstance(made, ast.Name) and made.id in ("globals", "locals", "vars")
    return isinstance(target, (ast.Name, ast.Attribute))


def _sets(node: ast.stmt, names: dict[str, Any]) -> bool:
    """Whether a statement is ``setattr``, or a decorator called by hand."""
    call = node.value if isinstance(node, ast.Expr) else None
    if not isinstance(call, ast.Call):
        return False
    sets = isinstance(call.func, ast.Name) and call.func.id == "setattr"
    return _decorates(call, names) or (sets and all(at_once(part, names) for part in call.args))


def _decorates(node: ast.Call, names: dict[str, Any]) -> bool:
    """Whether a call gives a function to what another call made: ``add_to_class(GMM)(sample)``."""
    if not isinstance(node.func, ast.Call) or len(node.args) != 1:
        return False
    (given,) = node.args
    return isinstance(given, ast.Lambda) or (
        isinstance(given, ast.Name) and isinstance(names.get(given.id), types.FunctionType)
    )


def _quick(function: ast.expr, names: dict[str, Any]) -> bool:
    """Whether a function is of a library, or built in, as far as its expression tells."""
    if isinstance(function, ast.Call):  # what it makes may call the student's
        return False
    root = function
    while isinstance(root, (ast.Attribute, ast.Call)):
        root = root.value if isinstance(root, ast.Attribute) else root.func
    if not isinstance(root, ast.Name):
        return isinstance(root, ast.Constant)  # a method of a text
    if root.id not in names:
        return root.id in QUICK and hasattr(builtins, root.id)
    found = names[root.id]
    if root is function and not (inspect.isroutine(found) or isinstance(found, (type, np.ufunc))):
        return False  # an object that is called, such as one of ``numpy.vectorize``
    is_module = isinstance(found, types.ModuleType)
    home = found.__name__ if is_module else getattr(found, "__module__", type(found).__module__)
    return str(home).partition(".")[0] in LIBRARIES


def _branch(node: ast.If, names: dict[str, Any]) -> list[ast.stmt]:
    """The branch that is taken; nothing where that takes a call of the student's to tell."""
    if at_once(node.test, names):
        with suppress(Exception):
            test = ast.fix_missing_locations(ast.Expression(node.test))
            return node.body if eval(compile(test, "<test>", "eval"), names) else node.orelse
    return []


def _tried(node: ast.Try, names: dict[str, Any]) -> ast.Try:
    """The same statement with only what defines in its blocks."""

    def kept(body: list[ast.stmt]) -> list[ast.stmt]:
        return list(definitions(body, names)) or [ast.Pass()]

    handlers = [ast.ExceptHandler(h.type, h.name, kept(h.body)) for h in node.handlers]
    after = kept(node.orelse) if node.orelse else []
    made = ast.Try(kept(node.body), handlers, after, kept(node.finalbody))
    return ast.fix_missing_locations(ast.copy_location(made, node))
