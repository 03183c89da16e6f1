"""What a cell of a notebook is: solution, test, locked, or neither. nbgrader's words for it."""

from __future__ import annotations

import ast
import hashlib
import warnings

from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode


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
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(TransformerManager().transform_cell(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def defined_names(source: str) -> set[str]:
    """Functions, classes and variables that a cell binds at its top level."""
    tree = parse(source)
    names: set[str] = set()
    for node in tree.body if tree else []:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
            names |= {n.attr for t in targets for n in ast.walk(t) if isinstance(n, ast.Attribute)}
    return names


def content_hash(notebook: NotebookNode) -> str:
    """A hash of everything in a notebook that grading depends on: its cells' ids and sources."""
    digest = hashlib.sha256()
    for cell in notebook.cells:
        for part in (cell.cell_type, cell.get("id", ""), grade_id(cell), cell.source):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
