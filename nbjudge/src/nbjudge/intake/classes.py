"""Classes that a student wrote in the place of one that a given cell defines.

Methods typed into the class shell, the class written anew in a cell of the student's own, or
``class Model(Model)``: each such statement is run right after the given cell, built on our class,
so that it stands before the tests of its methods and what it leaves out is ours.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nbformat import NotebookNode

from nbjudge.intake.offers import from_files
from nbjudge.notebook import cells, regions
from nbjudge.notebook.statements import Places, Statement, needed, statements

BLANK = re.compile(r"\A(?:[ \t\f]*\n)+")
HEADER = re.compile(r"class\s+\w+\s*")


@dataclass(frozen=True)
class Rewrite:
    """A statement of a student's that binds a given class, and the methods that it brings."""

    index: int  # of the submitted cell
    name: str
    statement: Statement
    called: frozenset[str]  # what the student calls it, ``name`` among them
    text: str  # the statement, built on our class
    methods: frozenset[str]


def owner_of(cell: NotebookNode) -> str:
    """The class that the answer of a solution cell is added to, or nothing."""
    tree = cells.parse(cell.source) or ast.Module([], [])
    owners = (regions.owners(n) for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef))
    return min(set[str]().union(*owners), default="")


def given_classes(master: Iterable[NotebookNode]) -> dict[str, int]:
    """Classes of given cells that answers are added to, and the numbers of these cells."""
    listed = list(master)
    wanted = {owner_of(cell) for cell in listed if cells.is_solution(cell)}
    return {
        node.name: number
        for number, cell in enumerate(listed)
        if cell.cell_type == "code" and not cells.is_solution(cell) and not cells.is_test(cell)
        for node in (cells.parse(cell.source) or ast.Module([], [])).body
        if isinstance(node, ast.ClassDef) and node.name in wanted
    }


def rewrites(
    sources: Mapping[int, str], given: Mapping[str, str], files: Mapping[str, str]
) -> tuple[list[Rewrite], dict[int, str]]:
    """The statements that bind a given class anew, and their cells' sources without them.

    ``given`` are our classes' cells by the class, ``files`` texts of files that the notebook
    writes. A class that is as ours is taken out and is no rewrite.
    """
    held = {i: statements(s) for i, s in sources.items()}
    brought = {i: from_files(among, files) for i, among in held.items()}
    found: list[Rewrite] = []
    taken: dict[int, list[Statement]] = {}
    for name, cell in given.items():
        ours = {ast.dump(node) for node in class_nodes(cells.parse(cell), {name})}
        names = {name} | {alias for of in held.values() for s in of for alias in aliases(s, name)}
        for index, among in held.items():
            binding = [
                s
                for s, taken_in in zip(among, brought[index], strict=True)
                if class_nodes(s.node, names) or name in assigned(s) | taken_in
            ]
            others = [s for s in among if s not in binding] if binding else []
            for statement in binding:
                taken.setdefault(index, []).append(statement)
                nodes = class_nodes(statement.node, names)
                if [ast.dump(node) for node in nodes] != [*ours]:
                    text = built_on(statement.text, names, name)
                    brings = methods(statement, others, files)
                    called = frozenset(names)
                    found.append(Rewrite(index, name, statement, called, text, brings))
    found.sort(key=lambda one: (one.index, one.statement.start))
    return found, {i: without(sources[i], of) for i, of in taken.items()}


def class_nodes(node: ast.AST | None, names: Collection[str]) -> list[ast.ClassDef]:
    """The classes of these names that a statement or a cell defines, in its blocks too."""
    if isinstance(node, ast.ClassDef) and node.name in names:
        return [node]
    return [
        found for inner in cells.blocks(node or ast.Pass()) for found in class_nodes(inner, names)
    ]


def assigned(statement: Statement) -> set[str]:
    """Plain names that a statement assigns to."""
    node = statement.node
    parts = [n for target in cells.targets(node) for n in ast.walk(target)]
    plain = isinstance(node, ast.Assign) and not any(isinstance(n, ast.Attribute) for n in parts)
    return {n.id for n in parts if isinstance(n, ast.Name)} if plain else set()


def aliases(statement: Statement, name: str) -> set[str]:
    """Names under which a statement takes the class that it binds to ``name``."""
    node = statement.node
    if not isinstance(node, ast.Assign) or name not in assigned(statement):
        return set()
    return {node.value.id} if isinstance(node.value, ast.Name) else set()


def built_on(text: str, names: set[str], name: str) -> str:
    """A statement whose classes of these names inherit from our ``name`` too."""
    tree = ast.parse(text)
    places = Places(text)
    for node in reversed(class_nodes(tree, names)):
        bases = [base.id if isinstance(base, ast.Name) else "" for base in node.bases]
        if name in bases:
            continue
        header = HEADER.match(text, places.of(node.lineno, node.col_offset))
        if header is None:
            continue
        at, put = header.end(), f"({name})"
        if set(bases) - {"object"}:
            last = node.bases[-1]
            at, put = places.of(last.end_lineno, last.end_col_offset), f", {name}"
        elif text[at] == "(":
            at, put = at + 1, f"{name}, " if bases or node.keywords else name
        text = text[:at] + put + text[at:]
    return text


def methods(
    statement: Statement, others: Sequence[Statement], files: Mapping[str, str]
) -> frozenset[str]:
    """Methods that a statement's class has, with those of classes that it builds on or imports."""
    among = [statement, *others]
    parts = [among[i] for i in needed([0], among)]
    trees: list[ast.AST | None] = [part.node for part in parts]
    trees += [cells.parse(files[name]) for part in parts for name in part.reads & files.keys()]
    made = [part.words for part in parts if any(map(calls_type, ast.walk(part.node)))]
    bodies = [
        inner
        for tree in trees
        for node in ast.walk(tree or ast.Pass())
        if isinstance(node, ast.ClassDef)
        for inner in node.body
    ]
    return frozenset().union(*map(written, bodies), *made)


def calls_type(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and cells.called(node) == "type"


def written(node: ast.AST) -> set[str]:
    """Names that a statement of a class's body binds; none for a method left undone."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return set() if is_undone(node) else {node.name}
    return set[str]().union(*map(written, cells.blocks(node))) or cells.bound_names(node)


def is_undone(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function only passes, or says that it is not implemented."""
    idle = (ast.Pass, ast.Raise)
    rest = [n for n in function.body if not isinstance(n, ast.Expr) or not is_constant(n.value)]
    raised = [ast.unparse(n.exc) for n in rest if isinstance(n, ast.Raise) and n.exc]
    return all(isinstance(n, idle) for n in rest) and all("NotImpl" in text for text in raised)


def is_constant(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant)


def without(source: str, taken: Sequence[Statement]) -> str:
    """A cell's Python without these statements."""
    python, _ = cells.reading(source)
    for statement in sorted(taken, key=lambda s: s.start, reverse=True):
        python = python[: statement.start] + python[statement.end :].lstrip("\n")
    return BLANK.sub("", python) if python.strip() else ""
