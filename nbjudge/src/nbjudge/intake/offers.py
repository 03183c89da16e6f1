"""Which names a cell offers answers under: of functions, and of methods."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nbjudge.notebook import cells
from nbjudge.notebook.files import files_read, texts, written_file
from nbjudge.notebook.statements import Statement, attached, needed, run_texts, statements

FLOWS = (ast.With, ast.AsyncWith, ast.For, ast.AsyncFor, ast.While)
WRITES = re.compile(r"%%(write)?file\b|\bwrite(_text)?\b")
FUNCTIONS = (ast.Lambda, ast.Name, ast.Attribute, ast.IfExp)


@dataclass(frozen=True)
class Offers:
    """Names that a cell binds, those of its functions, and those it sets as attributes or so."""

    free: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()


def offers(source: str, files: Mapping[str, str]) -> Offers:
    """What a cell offers; ``files`` are those that the notebook itself writes."""
    found = statements(source)
    free, functions, methods = set[str](), set[str](), set[str]()
    for number, statement in enumerate(found):
        free |= offered(statement.node) | from_files(number, found, files)
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


def from_files(number: int, among: Sequence[Statement], files: Mapping[str, str]) -> set[str]:
    """Names that a statement takes from files that the notebook itself writes, or runs."""
    found = set[str]()
    for part in flat(among[number].node):
        if isinstance(part, ast.ImportFrom) and (read := files_read(part) & files.keys()):
            taken = {alias.asname or alias.name for alias in part.names}
            known = set[str]().union(*(cells.defined_names(files[name]) for name in read))
            found |= known if "*" in taken else taken
    return found.union(*map(cells.defined_names, run_texts(number, among, files)))


def written_files(sources: Iterable[str]) -> dict[str, str]:
    """The files that cells write, by name, and all that is written to each."""
    found: dict[str, str] = {}
    for source in sources:
        among = statements(source) if WRITES.search(source) else []
        for number, statement in enumerate(among):
            name, text = written_file(statement.node) or ("", "")
            if name:
                nodes = [part for i in needed([number], among) for part in ast.walk(among[i].node)]
                text = text or "\n".join(texts(*nodes))
                found[name] = f"{found.get(name, '')}\n{text}"
    return found
