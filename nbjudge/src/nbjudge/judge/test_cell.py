"""Runs test cells in the trusted process, with proxies for the student's names.

A test cell has a part that students see and a hidden region. What students see is there for them:
it is run so that its names exist, and its failures cost nothing where a hidden region follows.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import importlib
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from nbjudge.judge.questions import asks
from nbjudge.exercise.exercise import exercises
from nbjudge.errors import StudentError
from nbjudge.judge.proxy import Proxy, offer, target
from nbjudge.judge.reply import explain, read
from nbjudge.notebook.text import legible
from nbjudge.errors import StudentCrashedError, StudentTimeoutError
from nbjudge.confine.usage import usage
from nbjudge.judge.verdict import Verdict, nothing
from nbjudge.judge.weigh import Meter, ending, weigh
from nbjudge.guest.wire import WireError

HIDDEN = re.compile(r"(?ms)^[^\n]*BEGIN HIDDEN TESTS[^\n]*\n(.*?)^[^\n]*END HIDDEN TESTS[^\n]*\n?")
PATIENCE_OF_A_STEP = 10.0  # seconds for a single call of a student's function in a plain assert

Request = Callable[[dict[str, Any], list[Any], float], list[Any]]


@dataclass
class Judgement:
    """What one test cell came to. ``score`` is None where the cell ended in an error."""

    score: float | None
    verdict: Verdict | None = None
    problem: str = ""


@dataclass
class Judge:
    """Judges the test cells of one submission.

    ``request`` puts questions to the student process, ``names`` are those that the instructor's
    solution cells define, ``absent`` maps exercises without an answer to their status,
    ``cell_errors`` those whose cell raised to what it said, and ``meter`` reads what the student
    process uses.
    """

    request: Request
    names: frozenset[str]
    seed: str
    absent: dict[str, str] = field(default_factory=dict)
    cell_errors: dict[str, str] = field(default_factory=dict)
    meter: Meter = usage
    _verdict: Verdict | None = None

    def run(self, source: str, points: float) -> Judgement:
        """Run one test cell worth ``points``."""
        visible, hidden = split_hidden(source)
        self._verdict = None
        try:
            namespace = self._namespace(source)
            with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
                if hidden.strip():
                    with contextlib.suppress(Exception):
                        evaluate(visible, namespace)
                value = evaluate((hidden.strip() and hidden) or visible, namespace)
        except Exception as error:
            return Judgement(None, None, self._words(error))
        if self._verdict is not None:
            return Judgement(min(self._verdict.score, points), self._verdict)
        return Judgement(partial_credit(value, points))

    def grade(self, name: str, *objects: Any) -> float:
        """Weigh the exercise ``name`` on the student's objects; the score it earns."""
        exercise = exercises()[name]
        targets = [target(item) if isinstance(item, Proxy) else None for item in objects]
        if name in self.absent:
            self._verdict = nothing(exercise, self.absent[name])
        elif None in targets:
            self._verdict = nothing(exercise, "error", "The name holds a value, not your code.")
        else:
            ask = self._asker(exercise.section(), targets, exercise.seconds)
            self._verdict = weigh(exercise, ask, self.seed, self.meter)
            if self._verdict.status == "error":
                problem = self.cell_errors.get(name, self._verdict.problem)
                self._verdict.problem = legible(problem, len(problem))
        return self._verdict.score

    def _asker(
        self, section: str, targets: list[Any], seconds: float
    ) -> Callable[[list[Any]], list[Any]]:
        """Puts one exercise's questions, with less patience once one of them has hung."""

        def ask(probes: list[Any]) -> list[Any]:
            nonlocal seconds
            module = asks(section, frozenset(name for name, _ in probes))
            head = {"module": module.name, "source": module.source, "targets": targets}
            try:
                return self.request(head, probes, seconds)
            except StudentTimeoutError:
                seconds = min(seconds, PATIENCE_OF_A_STEP)
                raise

        return ask

    def _namespace(self, source: str) -> dict[str, Any]:
        """The judge's own names, and proxies for those of the student's that the cell reads."""
        namespace = {"__builtins__": builtins, "np": np, "grade": self.grade, "check": silent}
        if "torch" in source:  # not for nothing: it takes seconds to import
            namespace["torch"] = importlib.import_module("torch")
        for name in sorted(read_names(source) & self.names):
            try:
                namespace[name] = offer(self._step, name)
            except (StudentError, StudentTimeoutError, StudentCrashedError, WireError):
                namespace[name] = Proxy(self._step, name)
        return namespace

    def _step(self, target: str | int, step: str, given: dict[str, Any]) -> Any:
        handles = asks("handles")
        head = {"module": handles.name, "source": handles.source, "targets": [target]}
        (reply,) = self.request(head, [[step, given]], PATIENCE_OF_A_STEP)
        answer = read(reply)
        if answer.failure is not None:
            raise StudentError(explain(answer.failure))
        return answer.value

    @staticmethod
    def _words(error: Exception) -> str:
        """What a student may read of a failed test cell: their own error, never ours."""
        if isinstance(error, StudentError):
            return str(error)
        if isinstance(error, (StudentTimeoutError, StudentCrashedError)):
            return f"Your code did not come to an end here: {ending(error)}."
        return "This test did not pass."


def silent(*_: Any) -> None:
    """Stands for ``check``: the visible checks are for the student's eyes."""


def split_hidden(source: str) -> tuple[str, str]:
    """The part of a test cell that students see, and the lines of its hidden regions."""
    return HIDDEN.sub("", source), "".join(HIDDEN.findall(source))


def read_names(source: str) -> set[str]:
    """Names that the cell reads."""
    tree = ast.parse(source)
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def evaluate(source: str, namespace: dict[str, Any]) -> Any:
    """Run statements; the value of the last one if it is an expression."""
    tree = ast.parse(source)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        exec(compile(tree, "<test cell>", "exec"), namespace)
        return None
    exec(compile(ast.Module(tree.body[:-1], []), "<test cell>", "exec"), namespace)
    return eval(compile(ast.Expression(last.value), "<test cell>", "eval"), namespace)


def partial_credit(value: Any, points: float) -> float:
    """nbgrader's rule, strictly: a number in range is the score, no value at all is full marks."""
    if value is None:
        return points
    if isinstance(value, (int, float)) and value is not True and 0 <= value <= points:
        return float(value)
    return 0.0


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
