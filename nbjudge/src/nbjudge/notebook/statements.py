"""The statements of a cell: cut to the character, with the names that they bind and read.

``ast`` counts bytes in lines that end as Python says. Text is cut here at the ends of statements,
so that decorators, semicolons and the comment behind a statement come out right.
"""

from __future__ import annotations

import ast
import re
import symtable
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from nbjudge.notebook import cells
from nbjudge.notebook.files import files_read, texts, written_file

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
FILLING = re.compile(r"(?:[\s;\\]|#[^\r\n]*)*")  # between two statements
REST = re.compile(r"[ \t\f]*;?[ \t\f]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")  # of a statement's last line


@dataclass(frozen=True)
class Statement:
    """A statement at the top level of a cell, where it is in the cell's Python, and its text."""

    node: ast.stmt
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def binds(self) -> set[str]:
        """Names that it binds, attributes and a file that it writes among them."""
        written = written_file(self.node)
        return cells.bound_names(self.node) | ({written[0]} if written else set())

    @cached_property
    def provides(self) -> set[str]:
        """Names that it binds, without attributes and the names whose attributes they are."""
        stored = [
            n
            for n in ast.walk(self.node)
            if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)
        ]
        owners = {n.value.id for n in stored if isinstance(n.value, ast.Name)}
        return self.binds - owners - {n.attr for n in stored}

    @cached_property
    def reads(self) -> set[str]:
        """Names and files of the notebook that it reads, now or when it is called."""
        return global_reads(self.text) | files_read(self.node)

    @cached_property
    def reads_at_once(self) -> set[str]:
        """Those of the names it reads that it needs to be run, and not when it is called."""
        return global_reads(self.text, within=("class",))

    @cached_property
    def alters(self) -> str:
        """The name whose method it calls and whose result it drops, as in ``table.append(1)``."""
        call = self.node.value if isinstance(self.node, ast.Expr) else None
        of = call.func if isinstance(call, ast.Call) else None
        whose = of.value if isinstance(of, ast.Attribute) else None
        return whose.id if isinstance(whose, ast.Name) else ""

    @cached_property
    def attaches(self) -> bool:
        """Whether it sets attributes whose names are computed, as in a loop over functions."""
        calls = [n for n in ast.walk(self.node) if isinstance(n, ast.Call)]
        sets = [n for n in calls if cells.called(n) == "setattr" and len(n.args) == 3]
        return any(not isinstance(n.args[1], ast.Constant) for n in sets)

    @cached_property
    def words(self) -> set[str]:
        """Names that it reads, and texts in it, which may be names that it sets."""
        keywords = {n.arg for n in ast.walk(self.node) if isinstance(n, ast.keyword) and n.arg}
        return self.reads.union(keywords, texts(*ast.walk(self.node)))


@lru_cache(maxsize=256)
def statements(source: str) -> tuple[Statement, ...]:
    """The top-level statements of a cell, magics as calls; none if it is no Python."""
    python, tree = cells.reading(source)
    places = Places(python)
    found: list[Statement] = []
    end = 0
    for node in tree.body if tree else []:
        start = match_end(FILLING, python, end)
        end = match_end(REST, python, places.of(node.end_lineno, node.end_col_offset))
        found.append(Statement(node, start, python[start:end]))
    return tuple(found)


class Places:
    """Where in a text the lines and columns of ``ast`` are."""

    def __init__(self, text: str) -> None:
        self.lines = [(found.start(), found[0].encode()) for found in LINE.finditer(text)]

    def of(self, line: int | None, column: int | None) -> int:
        """The place of a line, from 1 on, and a column, which counts bytes."""
        start, whole = self.lines[(line or 1) - 1]
        return start + len(whole[: column or 0].decode())


def match_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where what matches there ends; ``start`` if nothing does."""
    found = pattern.match(text, start)
    return found.end() if found else start


def global_reads(text: str, within: Sequence[str] = ("class", "function")) -> set[str]:
    """Names that a piece of code reads from the notebook, in its blocks of these kinds too."""
    try:
        queue = [symtable.symtable(text, "<cell>", "exec")]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    found = {s.get_name() for s in queue[0].get_symbols() if s.is_referenced()}
    while queue:
        table = queue.pop()
        found |= {s.get_name() for s in table.get_symbols() if s.is_global() and s.is_referenced()}
        queue += [child for child in table.get_children() if child.get_type() in within]
    return found


def needed(chosen: Iterable[int], among: Sequence[Statement]) -> list[int]:
    """These statements, and those that bind or alter what they read, in the order of all."""
    providers: dict[str, list[int]] = {}
    for i, s in enumerate(among):
        for name in s.provides:
            providers.setdefault(name, []).append(i)
    for i, s in enumerate(among):
        if s.alters in providers:
            providers[s.alters].append(i)
    found, queue = set(chosen), [*chosen]
    while queue:
        for name in among[queue.pop()].reads & providers.keys():
            new = set(providers.pop(name)) - found
            found |= new
            queue += new
    return sorted(found)


def definitions(source: str, wanted: set[str]) -> str:
    """The statements of a cell that bind any of these names, and what these need of the cell."""
    found = statements(source)
    unseen = {i: names for i in range(len(found)) if (names := attached(i, found)) & wanted}
    named = wanted.union(*unseen.values()) if unseen else wanted  # a loop may name its functions
    chosen = [i for i, s in enumerate(found) if s.binds & named or i in unseen]
    return "\n\n".join(found[i].text for i in needed(chosen, found))


def attached(number: int, among: Sequence[Statement]) -> set[str]:
    """Names that a statement may set as attributes though it does not say so, as in a loop."""
    if not among[number].attaches:
        return set()
    return set[str]().union(*(among[i].words for i in needed([number], among)))


def additions(ours: str, theirs: str) -> list[str]:
    """The statements of ``theirs`` that bind only names which ``ours`` does not bind."""
    known = set[str]().union(*(s.binds for s in statements(ours)))
    return [s.text for s in statements(theirs) if s.binds and not s.binds & known]
