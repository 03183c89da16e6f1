"""What can be read of a cell that as a whole is no Python: prose above an answer, one bad bracket.

Lines that are no part of a whole statement are turned into comments.
"""

from __future__ import annotations

import ast
import re
import warnings
from functools import lru_cache

from nbjudge.notebook.cells import as_python, bound_names

LEFT_OUT = "# left out: "
LIMIT = 50_000  # characters of a cell that is looked at
EFFORT = 1_000_000  # characters of all pieces that are tried
REACH = 40  # lines at the margin that one statement may have
INNER = re.compile(r"[\s#)\]}]|(?:else|elif|except|finally)\b|\Z")  # begins no statement


@lru_cache(maxsize=256)
def salvaged(source: str) -> str:
    """The cell with all but its whole statements as comments; nothing if none binds a name."""
    if len(source) > LIMIT or runs(source):
        return ""
    lines = source.split("\n")
    heads = [n for n, line in enumerate(lines) if not INNER.match(line)]
    cuts = [*heads, len(lines)]
    kept, effort, whole, at = lines[: cuts[0]], EFFORT, False, 0
    while at < len(heads):
        for after in range(at + 1, min(at + REACH, len(heads)) + 1):
            piece = "\n".join(lines[cuts[at] : cuts[after]])
            effort -= len(piece)
            if effort < 0:
                return ""
            if says_something(piece):
                kept.append(piece)
                whole = whole or binds(piece)
                break
        else:
            after = at + 1
            rest = lines[cuts[at] : cuts[after]]
            kept += [LEFT_OUT + line if line.strip() else line for line in rest]
        at = after
    return "\n".join(kept) if whole else ""


def runs(source: str) -> bool:
    """Whether a piece of a cell is Python that can be run, magics included."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(as_python(source), "<cell>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def says_something(piece: str) -> bool:
    """Whether a piece can be run and is not a word of prose that happens to be Python."""
    return runs(piece) and not all(
        isinstance(node, ast.Expr | ast.AnnAssign) and not has_call(node)
        for node in ast.parse(as_python(piece)).body
    )


def has_call(node: ast.stmt) -> bool:
    return any(isinstance(part, ast.Call) for part in ast.walk(node))


def binds(piece: str) -> bool:
    return any(bound_names(node) for node in ast.parse(as_python(piece)).body)
