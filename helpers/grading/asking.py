"""The source that puts an exercise's questions in the student process.

Only what these questions need is sent: a working answer that one exercise lends must not lie about
in a process that is still to be asked for it.
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import inspect
from dataclasses import dataclass, field
from functools import cache


@dataclass(frozen=True)
class Asks:
    """A module for the student process, named by its content."""

    name: str
    source: str = field(repr=False)


@cache
def asks(section: str, names: frozenset[str] = frozenset()) -> Asks:
    """The asks of a section: those of these names and what they use, or without names all."""
    source = inspect.getsource(importlib.import_module(f"helpers.grading.asks.{section}"))
    if names:
        source = excerpt(source, names)
    return Asks(f"asks_{section}_{hashlib.sha256(source.encode()).hexdigest()[:8]}", source)


def excerpt(source: str, names: frozenset[str]) -> str:
    """A module's imports, the definitions of these names, and all that those refer to."""
    tree = ast.parse(source)
    found = {name: node for node in tree.body for name in defined(node)}
    wanted, queue = set[str](), sorted(names & set(found))
    while queue:
        name = queue.pop()
        wanted.add(name)
        used = {node.id for node in ast.walk(found[name]) if isinstance(node, ast.Name)}
        queue += sorted((used & set(found)) - wanted - set(queue))
    imports = (ast.Import, ast.ImportFrom)
    kept = [n for n in tree.body if isinstance(n, imports) or wanted & set(defined(n))]
    return ast.unparse(ast.Module(kept, type_ignores=[]))


def defined(node: ast.stmt) -> list[str]:
    """The names that a statement at the top of a module defines."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else []
    targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
    return [target.id for target in targets if isinstance(target, ast.Name)]
