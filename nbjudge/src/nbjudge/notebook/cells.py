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
AROUND = re.compile(r"\A\s*%%(time|capture|prun)\b.*\n?")  # magics that run the cell in its place
MAGIC = re.compile(r"(?m)^[^#\n]*[%!?]")  # a line that may hold one
PROMPT = re.compile(r"(?m)^\s*(>>>|In \[)")
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


@lru_cache(maxsize=4096)
def parse(source: str) -> ast.Module | None:
    """The syntax tree of a cell, magics included, or None if it is not Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for read in (without_timer, as_python):
            try:
                return ast.parse(read(source))
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue
    return None


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


def bound_names(node: ast.stmt) -> set[str]:
    """Names that a definition, an assignment or an import binds, attributes included."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, IMPORTS):
        return {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    if not isinstance(node, (ast.Assign, ast.AnnAssign)):
        return set()
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    parts = [n for target in targets for n in ast.walk(target)]
    names = {n.id for n in parts if isinstance(n, ast.Name)}
    return names | {n.attr for n in parts if isinstance(n, ast.Attribute)}


def imported_modules(source: str) -> set[str]:
    """Modules that a cell imports by their names, or that may be what it imports from others."""
    found = set()
    for node in ast.walk(parse(source) or ast.Module([], [])):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def bindings(source: str) -> list[tuple[set[str], str]]:
    """The top-level statements of a cell that bind names: these names, and the statement."""
    tree = parse(source)
    lines = as_python(source).splitlines() if tree else []
    found = []
    for node in tree.body if tree else []:
        if names := bound_names(node):
            above = [d.lineno for d in getattr(node, "decorator_list", [])]
            first = min([*above, node.lineno])
            found.append((names, "\n".join(lines[first - 1 : node.end_lineno])))
    return found


def definitions(source: str, wanted: set[str]) -> str:
    """The statements of a cell that bind any of these names."""
    return "\n\n".join(text for names, text in bindings(source) if names & wanted)


def additions(ours: str, theirs: str) -> list[str]:
    """The statements of ``theirs`` that bind only names which ``ours`` does not bind."""
    known = {name for names, _ in bindings(ours) for name in names}
    return [text for names, text in bindings(theirs) if not names & known]


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
