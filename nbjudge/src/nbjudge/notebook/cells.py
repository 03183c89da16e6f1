"""What a cell of a notebook is: solution, test, locked, or neither. nbgrader's words for it."""

from __future__ import annotations

import ast
import hashlib
import re
import warnings
from functools import lru_cache

from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode

IMPORTS = (ast.Import, ast.ImportFrom)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
LOOPS = (ast.For, ast.AsyncFor)
NAMESPACES = ("globals", "vars", "locals")
AROUND = re.compile(r"\A(?:\s*%%(time|capture|prun)\b.*\n?)+")  # run the cell in its place
MAGIC = re.compile(r"(?m)^[^#\n]*[%!?]")  # a line that may hold one
PROMPT = re.compile(r"(?m)^[ \t]*(>>>|In \[)")
RESET = re.compile(  # %reset, and get_ipython().magic('reset -f') as Spyder's users write it
    r"(?m)^([ \t]*)(%reset\b.*|get_ipython\(\)\.(?:run_line_)?magic\(['\"]%?reset\b.*)$"
)


def grade_id(cell: NotebookNode) -> str:
    """The cell's grade_id, or an empty string."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def is_solution(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution", False))


def is_grade(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("grade", False))


def is_test(cell: NotebookNode) -> bool:
    """Whether this is an autograded test cell, which the judge runs."""
    return is_grade(cell) and not is_solution(cell) and cell.cell_type == "code"


def parse(source: str) -> ast.Module | None:
    """The syntax tree of a cell, magics included, or None if it is not Python."""
    return reading(source)[1]


@lru_cache(maxsize=4096)
def reading(source: str) -> tuple[str, ast.Module | None]:
    """The Python that a cell runs, and its tree; the cell and None if it is not Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for read in (without_timer, as_python):
            try:
                python = read(source)
                return python, ast.parse(python)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue
    return source, None


def without_timer(source: str) -> str:
    """The cell that a magic such as ``%%time`` runs."""
    return AROUND.sub("", source)


@lru_cache(maxsize=4096)
def as_python(source: str) -> str:
    """The Python that a cell runs: magics as calls, what a timer holds as itself.

    A cell with a page of magics stays as it is: IPython takes minutes for it, or gives up.
    """
    source = without_timer(source)
    magics = len(MAGIC.findall(source))
    if magics >= 50 or not (magics or PROMPT.search(source)):
        return source
    try:
        return TransformerManager().transform_cell(source)
    except (SyntaxError, RuntimeError, RecursionError):
        return source


def defined_names(source: str) -> set[str]:
    """Functions, classes and variables that a cell binds at its top level."""
    tree = parse(source)
    nodes = [n for n in tree.body if not isinstance(n, IMPORTS)] if tree else []
    return set().union(*map(bound_names, nodes))


def bound_names(node: ast.AST) -> set[str]:
    """Names that a statement binds, attributes included, in its blocks too if it has any."""
    if isinstance(node, DEFINITIONS):
        return {node.name}
    if isinstance(node, IMPORTS):
        return {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.Expr):
        return set_by_call(node.value)
    inner = set[str]().union(*map(bound_names, blocks(node)))
    return inner | {name for target in targets(node) for name in target_names(target)}


def blocks(node: ast.AST) -> list[ast.AST]:
    """The statements in the blocks of a compound statement."""
    if isinstance(node, DEFINITIONS):
        return []
    found: list[ast.AST] = []
    for part in ("body", "orelse", "finalbody", "handlers", "cases"):
        of = getattr(node, part, [])
        found += of if isinstance(of, list) else []
    return found


def targets(node: ast.AST) -> list[ast.expr]:
    """What a statement itself assigns to."""
    if isinstance(node, ast.Assign):
        return node.targets
    if isinstance(node, ast.AnnAssign):
        return [node.target] if node.value else []
    if isinstance(node, (ast.AugAssign, *LOOPS)):
        return [node.target]
    if isinstance(node, (ast.With, ast.AsyncWith)):
        return [item.optional_vars for item in node.items if item.optional_vars]
    return []


def target_names(target: ast.expr) -> set[str]:
    """Names in what is assigned to, attributes and the keys of ``globals()`` among them."""
    parts = [*ast.walk(target)]
    names = {n.id for n in parts if isinstance(n, ast.Name)} - {*NAMESPACES}
    keys = {
        n.slice.value
        for n in parts
        if isinstance(n, ast.Subscript)
        and called(n.value) in NAMESPACES
        and isinstance(n.slice, ast.Constant)
    }
    attributes = {n.attr for n in parts if isinstance(n, ast.Attribute)}
    return names | attributes | {key for key in keys if isinstance(key, str)}


def set_by_call(node: ast.expr) -> set[str]:
    """Names that ``setattr(…, "name", …)`` or ``globals().update(name=…)`` binds."""
    if not isinstance(node, ast.Call):
        return set()
    if called(node) == "setattr" and len(node.args) == 3:
        name = node.args[1]
        return {name.value} if isinstance(name, ast.Constant) and type(name.value) is str else set()
    if isinstance(node.func, ast.Attribute) and called(node.func.value) in NAMESPACES:
        tables = [table.keys for table in node.args if isinstance(table, ast.Dict)]
        keys = [key.value for of in tables for key in of if isinstance(key, ast.Constant)]
        names = {word.arg for word in node.keywords if word.arg}
        return names | {key for key in keys if isinstance(key, str)}
    return set()


def called(node: ast.expr) -> str:
    """The name of the function or method that an expression calls, if it is a call."""
    function = node.func if isinstance(node, ast.Call) else None
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def imported_modules(source: str) -> set[str]:
    """Modules that a cell imports by their names, or that may be what it imports from others."""
    found = set()
    for node in ast.walk(parse(source) or ast.Module([], [])):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def without_resets(source: str) -> str:
    """The source with every line that clears the memory turned into a comment."""
    return RESET.sub(r"\1pass  # left out: \2", source)


def content_hash(notebook: NotebookNode) -> str:
    """A hash of all that grading depends on: the cells' ids and sources, and what is absent."""
    absent = notebook.metadata.get("course", {}).get("absent", {})
    digest = hashlib.sha256("".join(map(str, sorted(absent.items()))).encode())
    for cell in notebook.cells:
        for part in (cell.cell_type, cell.get("id", ""), grade_id(cell), cell.source):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
