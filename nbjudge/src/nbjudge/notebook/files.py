"""Files of Python that a notebook writes, and the statements that import or run them.

A file goes by its name without the folder, ``mine.py``; ``parts/__init__.py`` goes by ``parts.py``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from nbjudge.notebook import cells

FILE = re.compile(r"[\w .~:/\\-]{1,200}\.\w{1,5}")
WRITE = ("writefile", "file")  # magics
WRITTEN = ("write", "write_text")  # methods
IMPORT = ("import_module", "__import__")
MAGIC = ("run_line_magic", "magic")
EXECUTE = ("exec", "run_path")


def written_file(node: ast.stmt) -> tuple[str, str] | None:
    """The file that a statement writes, and its text as far as that stands there."""
    made = list(calls(node))
    for call in made:
        words = texts(*call.args)
        if cells.called(call) == "run_cell_magic" and len(words) == 3 and words[0] in WRITE:
            return file_of(words[1].split(" ")[-1].strip("\"'")), words[2]
    written = [texts(*call.args) for call in made if cells.called(call) in WRITTEN]
    paths = filter(FILE.fullmatch, texts(*ast.walk(node)) if written else [])
    path = next(paths, None)
    return (file_of(path), "".join(map("".join, written))) if path else None


def files_read(node: ast.stmt) -> set[str]:
    """The files that may be among what a statement imports, opens or runs."""
    names = {name for part in ast.walk(node) for name in modules(part)}
    paths = {file_of(word) for word in texts(*ast.walk(node)) if FILE.fullmatch(word)}
    return paths | {f"{name}.py" for name in names}


def runs_text(node: ast.stmt) -> bool:
    """Whether a statement runs a file or a text as if it stood there."""
    return any(cells.called(call) in EXECUTE or run_by_magic(call) for call in calls(node))


def file_of(path: str) -> str:
    """What the file at a path goes by."""
    found = PurePosixPath(path.replace("\\", "/"))
    return f"{found.parent.name}.py" if found.name == "__init__.py" else found.name


def modules(node: ast.AST) -> set[str]:
    """Names of the modules that are, or may be, imported or run here; ``a.b`` is two."""
    found: list[str] = []
    if isinstance(node, ast.Import | ast.ImportFrom):
        found = [alias.name for alias in node.names]
        found += [getattr(node, "module", None) or ""]
    elif isinstance(node, ast.Call) and cells.called(node) in IMPORT:
        found = texts(*node.args)
    elif isinstance(node, ast.Call):
        found = [file_of(word).removesuffix(".py") for word in run_by_magic(node)]
    return {part for name in found for part in name.split(".") if part}


def run_by_magic(call: ast.Call) -> list[str]:
    """What ``%run`` is given: a file and its arguments; nothing for any other call."""
    line = " ".join(texts(*call.args)) if cells.called(call) in MAGIC else ""
    magic, *words = line.lstrip("%").split() or [""]
    return [w.strip("\"'") for w in words if w[0] != "-"] if magic == "run" else []


def calls(node: ast.stmt) -> Iterator[ast.Call]:
    """The calls of a statement; none of a function's body."""
    if not isinstance(node, cells.DEFINITIONS):
        yield from (part for part in ast.walk(node) if isinstance(part, ast.Call))


def texts(*nodes: ast.AST) -> list[str]:
    """The strings among these nodes."""
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
