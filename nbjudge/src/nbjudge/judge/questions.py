"""The source that puts an exercise's questions in the student process.

Only what these questions need is sent: a working answer that one exercise lends must not lie about
in a process that is still to be asked for it.
"""

from __future__ import annotations

import ast
import hashlib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from nbjudge.course.exercises import asks_source
from nbjudge.errors import GraderError
from nbjudge.notebook.cells import IMPORTS, bound_names


@dataclass(frozen=True)
class Asks:
    """A module for the student process, named by its content."""

    name: str
    source: str = field(repr=False)


@cache
def asks(package: str, topic: str, names: frozenset[str] = frozenset()) -> Asks:
    """The asks of a topic: those of these names and what they use, or without names all.

    Raises ``GraderError`` for a name that is not there.
    """
    source = asks_source(package, topic)
    if names:
        source = excerpt(source, names)
    return named(f"asks_{topic}", source)


@cache
def handles() -> Asks:
    """Single steps on a student's objects, for plain asserts."""
    return named("handles", (files("nbjudge.guest") / "handles.py").read_text(encoding="utf-8"))


def named(name: str, source: str) -> Asks:
    return Asks(f"{name}_{hashlib.sha256(source.encode()).hexdigest()[:8]}", source)


def excerpt(source: str, names: frozenset[str]) -> str:
    """A module's imports, the definitions of these names, and all that those refer to."""
    tree = ast.parse(source)
    imports = [node for node in tree.body if isinstance(node, IMPORTS)]
    found = {name: n for n in tree.body if n not in imports for name in bound_names(n)}
    if missing := sorted(names - set(found)):
        raise GraderError(f"the asks have no function {', '.join(missing)}")
    wanted, queue = set[str](), sorted(names)
    while queue:
        name = queue.pop()
        wanted.add(name)
        used = {node.id for node in ast.walk(found[name]) if isinstance(node, ast.Name)}
        queue += sorted((used & set(found)) - wanted - set(queue))
    kept = [n for n in tree.body if n in imports or wanted & bound_names(n)]
    return ast.unparse(ast.Module(kept, type_ignores=[]))
