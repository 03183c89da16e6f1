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

from nbjudge.notebook.cells import IMPORTS, bound_names


@dataclass(frozen=True)
class Asks:
    """A module for the student process, named by its content."""

    name: str
    source: str = field(repr=False)


@cache
def asks(section: str, names: frozenset[str] = frozenset()) -> Asks:
    """The asks of a section: those of these names and what they use, or without names all."""
    path = files("helpers.grading.asks") / f"{section}.py"  # not imported: that may take seconds
    source = path.read_text(encoding="utf-8")
    if names:
        source = excerpt(source, names)
    return Asks(f"asks_{section}_{hashlib.sha256(source.encode()).hexdigest()[:8]}", source)


def excerpt(source: str, names: frozenset[str]) -> str:
    """A module's imports, the definitions of these names, and all that those refer to."""
    tree = ast.parse(source)
    imports = [node for node in tree.body if isinstance(node, IMPORTS)]
    found = {name: n for n in tree.body if n not in imports for name in bound_names(n)}
    wanted, queue = set[str](), sorted(names & set(found))
    while queue:
        name = queue.pop()
        wanted.add(name)
        used = {node.id for node in ast.walk(found[name]) if isinstance(node, ast.Name)}
        queue += sorted((used & set(found)) - wanted - set(queue))
    kept = [n for n in tree.body if n in imports or wanted & bound_names(n)]
    return ast.unparse(ast.Module(kept, type_ignores=[]))
