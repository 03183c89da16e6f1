"""A panel of answers that know nothing, made from a model answer: none may earn a tenth.

They return None, zero, an argument or an error; or they know the form of a right result, and put
zeros, ones, a constant, NaN or noise in it. What a student might try besides stands in the bank,
as ``nothing_*.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nbjudge.quality.forms import FILLS, FILLS_FROM_RNG

HIDDEN = "_right_answer"  # the model answer's name beside a non-answer that knows its form


def non_answers(source: str) -> Iterator[tuple[str, str]]:
    """Name and source of every non-answer in the place of a cell's last function."""
    last = ast.parse(source).body[-1]
    if not isinstance(last, ast.FunctionDef):
        return
    yield "raises ValueError", with_body(last, "raise ValueError")
    for value in ("None", "0.0", *arguments(last)):
        if value != "self":
            yield f"returns {value}", with_body(last, f"return {value}")
    draws = {"self", "rng"} & {*arguments(last)}
    for fill in (*FILLS, *(FILLS_FROM_RNG if draws else ())):
        call = f"return _forms.answer({HIDDEN}, {fill!r}, dict(locals()))"
        brought = f"from nbjudge.quality import forms as _forms\n{HIDDEN} = {last.name}"
        yield f"form, {fill}", "\n\n".join((source, brought, with_body(last, call)))


def arguments(function: ast.FunctionDef) -> list[str]:
    """The names of a function's arguments."""
    return [
        a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    ]


def with_body(function: ast.FunctionDef, statement: str) -> str:
    """The function, decorators and arguments included, with another body."""
    (body,) = ast.parse(statement).body
    other = ast.FunctionDef(
        name=function.name,
        args=function.args,
        body=[body],
        decorator_list=function.decorator_list,
        lineno=1,
    )
    return ast.unparse(ast.fix_missing_locations(other))
