"""Which names a cell offers answers under: of functions, and of methods."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nbjudge.notebook import cells
from nbjudge.notebook.statements import attached, statements, written_module

FLOWS = (ast.With, ast.AsyncWith, ast.For, ast.AsyncFor, ast.While)
FUNCTIONS = (ast.Lambda, ast.Name, ast.Attribute, ast.IfExp)


@dataclass(frozen=True)
class Offers:
    """Names that a cell binds, those of its functions, and those it sets as attributes or so."""

    free: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()


def offers(source: str, modules: Mapping[str, str]) -> Offers:
    """What a cell offers; ``modules`` are those that the notebook itself writes."""
    found = statements(source)
    free, functions, methods = set[str](), set[str](), set[str]()
    for number, statement in enumerate(found):
        free |= offered(statement.node) | from_modules(statement.node, modules)
        functions |= {n.name for n in flat(statement.node) if isinstance(n, cells.DEFINITIONS)}
        methods |= set_by_name(statement.node) | attached(number, found)
    return Offers(frozenset(free), frozenset(functions), frozenset(methods))


def offered(node: ast.AST, within: bool = False) -> set[str]:
    """Names that a statement binds to what may be an answer.

    In a loop, or ``within`` one, a variable that is no function is a demonstration's.
    """
    if isinstance(node, cells.IMPORTS):
        return set()
    within = within or isinstance(node, FLOWS)
    inner = set[str]().union(*(offered(n, within) for n in cells.blocks(node)))
    if isinstance(node, FLOWS) or (within and not is_function(node)):
        return inner
    return inner | cells.bound_names(node)


def is_function(node: ast.AST) -> bool:
    """Whether a statement binds what is surely a function, a class or an attribute."""
    if isinstance(node, ast.Assign):
        return isinstance(node.value, FUNCTIONS)
    return isinstance(node, (*cells.DEFINITIONS, ast.Expr))


def set_by_name(node: ast.AST) -> set[str]:
    """Names of the attributes that a statement sets, by assignment or by ``setattr``."""
    found = set[str]()
    for part in flat(node):
        goals = [n for target in cells.targets(part) for n in ast.walk(target)]
        found |= {n.attr for n in goals if isinstance(n, ast.Attribute)}
        if isinstance(part, ast.Expr) and cells.called(part.value) == "setattr":
            found |= cells.bound_names(part)
    return found


def flat(node: ast.AST) -> Iterable[ast.AST]:
    """A statement, and those in its blocks."""
    yield node
    for inner in cells.blocks(node):
        yield from flat(inner)


def from_modules(node: ast.AST, modules: Mapping[str, str]) -> set[str]:
    """Names that a statement imports from modules that the notebook itself writes."""
    found = set[str]()
    for part in flat(node):
        text = modules.get(part.module or "") if isinstance(part, ast.ImportFrom) else None
        if isinstance(part, ast.ImportFrom) and text is not None:
            known = cells.defined_names(text)
            taken = {alias.asname or alias.name for alias in part.names}
            found |= known if "*" in taken else taken
    return found


def written_modules(sources: Iterable[str]) -> dict[str, str]:
    """The modules that cells write with ``%%writefile``, by name."""
    magic = [source for source in sources if "%%writefile" in source or "%%file" in source]
    written = [written_module(s.node) for source in magic for s in statements(source)]
    return dict(found for found in written if found)
