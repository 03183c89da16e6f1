"""The marked regions of a cell: hidden tests and solutions; and the names that solutions define."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

HIDDEN = re.compile(r"(?ms)^[^\n]*BEGIN HIDDEN TESTS[^\n]*\n(.*?)^[^\n]*END HIDDEN TESTS[^\n]*\n?")
SOLUTION_MARKS = re.compile(r"(?m)^.*### (BEGIN|END) SOLUTION.*\n?")


def split_hidden(source: str) -> tuple[str, str]:
    """The part of a test cell that students see, and the lines of its hidden regions."""
    return HIDDEN.sub("", source), "".join(HIDDEN.findall(source))


def without_solution_marks(source: str) -> str:
    """A solution cell as it is read after the deadline."""
    return SOLUTION_MARKS.sub("", source)


def student_names(solution_sources: Iterable[str]) -> frozenset[str]:
    """Names that solution cells define, and the classes that they add methods to."""
    names: set[str] = set()
    for source in solution_sources:
        for node in ast.parse(source).body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                names |= owners(node) or {node.name}
            elif isinstance(node, ast.Assign):
                named = (n for target in node.targets for n in ast.walk(target))
                names |= {n.id for n in named if isinstance(n, ast.Name)}
    return frozenset(names)


def owners(node: ast.FunctionDef | ast.ClassDef) -> set[str]:
    """The classes that ``@add_to_class(...)`` decorators of a definition name."""
    calls = [d for d in node.decorator_list if isinstance(d, ast.Call) and d.args]
    return {d.args[0].id for d in calls if isinstance(d.args[0], ast.Name)}
