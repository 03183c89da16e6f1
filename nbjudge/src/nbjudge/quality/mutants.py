"""Small mistakes, made automatically: mutants of a model answer, one change each.

The changes are those that numerical code invites: another operator, axis, constant or comparison, a
dropped call, transpose, minus sign or statement, a mean for a sum.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
}
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
NAMES = {
    "sum": "mean",
    "mean": "sum",
    "min": "max",
    "max": "min",
    "argmin": "argmax",
    "argmax": "argmin",
    "ones": "zeros",
    "zeros": "ones",
    "log": "log2",
    "exp": "exp2",
    "any": "all",
    "all": "any",
    "isnan": "isfinite",
    "logsumexp": "max",
    "cholesky": "inv",
    "weights": "means",
    "standard_normal": "random",
    "inf": "pi",
}
WRAPPERS = {"log", "exp", "sqrt", "abs", "square", "copy", "cholesky", "inv", "float", "asarray"}


@dataclass(frozen=True)
class Mutant:
    """A changed source, and the change in words that stay the same while the line does."""

    source: str
    change: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of the function bodies of a cell, without repeats."""
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    said: Counter[str] = Counter()
    for number, node in enumerate(ast.walk(tree)):
        for variant in range(8):
            changed = copy.deepcopy(tree)
            target = next(n for i, n in enumerate(ast.walk(changed)) if i == number)
            before = ast.unparse(target) if isinstance(target, (ast.expr, ast.stmt)) else ""
            after = change(changed, target, variant)
            if after is None:
                break
            text = ast.unparse(ast.fix_missing_locations(changed))
            if text not in seen and is_code(node):
                seen.add(text)
                line = getattr(node, "lineno", 0) - tree.body[-1].lineno
                words = f"line {line}: {first_line(before)} → {first_line(after)}"
                said[words] += 1
                yield Mutant(text, words if said[words] == 1 else f"{words} ({said[words]})")


def is_code(node: ast.AST) -> bool:
    return not (isinstance(node, ast.Constant) and isinstance(node.value, str))


def first_line(text: str) -> str:
    return text.partition("\n")[0][:90]


def change(tree: ast.AST, node: ast.AST, variant: int) -> str | None:
    """Make the ``variant``-th change of a node, in place; its new text, or None past the last."""
    if isinstance(node, ast.BinOp):
        others = OPERATORS.get(type(node.op), ())
        if variant < len(others):
            node.op = others[variant]()
            return ast.unparse(node)
        return replace(tree, node, (node.left, node.right), variant - len(others))
    if isinstance(node, ast.UnaryOp):
        return replace(tree, node, (node.operand,), variant)
    if isinstance(node, ast.Compare) and variant == 0 and type(node.ops[0]) in COMPARISONS:
        node.ops[0] = COMPARISONS[type(node.ops[0])]()
        return ast.unparse(node)
    if isinstance(node, ast.Constant):
        return change_constant(node, variant)
    if isinstance(node, ast.Call):
        return change_call(tree, node, variant)
    if isinstance(node, ast.Attribute):
        return change_attribute(tree, node, variant)
    if isinstance(node, ast.BoolOp) and variant == 0:
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return ast.unparse(node)
    if isinstance(node, (ast.Assign, ast.AugAssign, ast.Expr, ast.If)) and variant == 0:
        return drop(tree, node)
    return None


def change_constant(node: ast.Constant, variant: int) -> str | None:
    value = node.value
    if isinstance(value, bool):
        options: list[object] = [not value]
    elif isinstance(value, (int, float)):
        options = [value + 1, -value if value else -1, value * 2]
    else:
        return None
    if variant >= len(options):
        return None
    node.value = options[variant]  # type: ignore[assignment]
    return repr(node.value)


def change_call(tree: ast.AST, node: ast.Call, variant: int) -> str | None:
    """Drop a keyword, or the call around its first argument or object."""
    if variant < len(node.keywords):
        del node.keywords[variant]
        return ast.unparse(node)
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in WRAPPERS and variant == len(node.keywords):
        inner = node.args[0] if node.args else getattr(node.func, "value", None)
        return replace(tree, node, (inner,), 0) if inner is not None else None
    return None


def change_attribute(tree: ast.AST, node: ast.Attribute, variant: int) -> str | None:
    """Drop a transpose, or take a name's usual confusion."""
    if node.attr in ("T", "mT") and variant == 0:
        return replace(tree, node, (node.value,), 0)
    if node.attr in NAMES and variant == 0:
        node.attr = NAMES[node.attr]
        return ast.unparse(node)
    return None


def replace(tree: ast.AST, node: ast.AST, options: tuple[ast.AST, ...], variant: int) -> str | None:
    """Put one of the options in the node's place."""
    if variant >= len(options):
        return None
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is node:
                setattr(parent, name, options[variant])
            elif isinstance(value, list) and any(item is node for item in value):
                value[[item is node for item in value].index(True)] = options[variant]
    return ast.unparse(options[variant])


def drop(tree: ast.AST, node: ast.stmt) -> str | None:
    """Take a statement out; a docstring is none."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return None
    replace(tree, node, (ast.Pass(),), 0)
    return "(dropped)"
