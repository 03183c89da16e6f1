"""Which names a cell offers answers under: of functions, and of methods."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nbjudge.notebook import cells
from nbjudge.notebook.files import files_read, runs_text, texts, written_file
from nbjudge.notebook.statements import Statement, attached, statements

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
    for number, (statement, taken) in enumerate(zip(found, from_files(found, files), strict=True)):
        free |= offered(statement.node) | taken
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


def from_files(among: Sequence[Statement], files: Mapping[str, str]) -> list[set[str]]:
    """Names that each statement of a cell takes from files that the notebook writes, or runs.

    A statement that runs what has no text of its own may run whatever the cell holds.
    """
    runs = [runs_text(statement.node) for statement in among]
    words = set[str]().union(*(s.words for s in among)) if any(runs) else set[str]()
    of_cell = names_run(words, files)
    return [
        imported(s.node, files) | ((names_run(s.words, files) or of_cell) if run else set())
        for s, run in zip(among, runs, strict=True)
    ]


def imported(node: ast.AST, files: Mapping[str, str]) -> set[str]:
    """Names that a statement imports from files that the notebook itself writes."""
    found = set[str]()
    for part in flat(node):
        if isinstance(part, ast.ImportFrom) and (read := files_read(part) & files.keys()):
            taken = {alias.asname or alias.name for alias in part.names}
            known = set[str]().union(*(cells.defined_names(files[name]) for name in read))
            found |= known if "*" in taken else taken
    return found


def names_run(words: Collection[str], files: Mapping[str, str]) -> set[str]:
    """Names that are bound where the files and the functions among these words are run."""
    run = [files[word] for word in words if word in files]
    run += [word for word in words if "def " in word]
    return set[str]().union(*map(cells.defined_names, run))


def written_files(sources: Iterable[str]) -> dict[str, str]:
    """The files that cells write, by name, and all that is written to each.

    What is written under a name may be any text of its cell that defines something.
    """
    found: dict[str, list[str]] = {}
    for source in sources:
        among = statements(source) if WRITES.search(source) else []
        written = [pair for s in among if (pair := written_file(s.node))]
        nameless = not all(text for _, text in written)
        said = texts(*(n for s in among for n in ast.walk(s.node))) if nameless else []
        of_cell = "\n".join(filter(cells.defined_names, said))
        for name, text in written:
            found.setdefault(name, []).append(text or of_cell)
    return {name: "\n".join(dict.fromkeys(parts)) for name, parts in found.items()}
