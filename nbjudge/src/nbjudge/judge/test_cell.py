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
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from nbjudge.course.exercises import find_exercise, has_exercise
from nbjudge.errors import (
    GraderError,
    StudentCrashedError,
    StudentRaisedError,
    StudentTimeoutError,
)
from nbjudge.exercise.exercise import ODDITIES, Usage
from nbjudge.guest.wire import WireError
from nbjudge.judge.conversation import PutProbe, Request
from nbjudge.judge.proxy import Proxy, offer, target
from nbjudge.judge.questions import Asks, asks, handles
from nbjudge.judge.reply import explain, read
from nbjudge.judge.verdict import Status, Verdict, nothing, withheld
from nbjudge.judge.weigh import ending, weigh
from nbjudge.notebook.regions import split_hidden
from nbjudge.notebook.text import legible

PATIENCE_OF_A_STEP = 10.0  # seconds for a single call of a student's function in a plain assert
NOT_DEFINED = re.compile(r"NameError|is not defined")
NOT_PASSED = "This test did not pass."


class Asked(Protocol):
    """What questions are put to: ``Session`` says how."""

    def put(self, request: Request, probes: list[PutProbe], seconds: float) -> list[Any]: ...

    def put_aside(self, request: Request, probes: list[PutProbe], seconds: float) -> list[Any]: ...

    def afresh(self) -> None: ...

    def usage(self) -> Usage: ...


@dataclass(frozen=True)
class Ending:
    """How the cell of an answer ended, if not well: error, timeout or crashed, and what it said."""

    status: str
    said: str


@dataclass
class TestRunner:
    """Runs the test cells of one submission.

    ``session`` puts questions to the student process, ``package`` and ``topic`` say where exercises
    are, ``names`` are those that the instructor's solution cells define, ``absent`` maps exercises
    without an answer to their status, and ``endings`` those whose cell did not end well to how.
    ``defects`` are faults of ours by exercise.
    """

    __test__ = False  # its name looks like a test's to pytest

    session: Asked
    package: str
    topic: str
    names: frozenset[str]
    seed: str
    absent: dict[str, Status] = field(default_factory=dict)
    endings: dict[str, Ending] = field(default_factory=dict)
    defects: dict[str, str] = field(default_factory=dict)
    _verdict: Verdict | None = None

    def run(self, source: str, points: float, name: str) -> Verdict:
        """The verdict on one test cell of an exercise that is worth ``points``."""
        visible, hidden = split_hidden(source)
        self._verdict = None
        try:
            namespace = self._namespace(source)
            with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
                if hidden.strip():
                    with contextlib.suppress(Exception):
                        evaluate(visible, namespace)
                value = evaluate((hidden.strip() and hidden) or visible, namespace)
        except (AssertionError, *ODDITIES):
            return self._failed(name, points, NOT_PASSED)
        except StudentRaisedError as error:
            return self._failed(name, points, str(error))
        except (StudentTimeoutError, StudentCrashedError) as error:
            said = f"Your code did not come to an end here: {ending(error)}."
            return self._failed(name, points, said)
        except WireError:
            return self._failed(name, points, NOT_PASSED)
        except Exception as error:  # no answer can cause it
            self.defects[name] = (
                str(error) if isinstance(error, GraderError) else traceback.format_exc()
            )
            return withheld(name, points)
        if self._verdict is not None:
            self._verdict.score = min(self._verdict.earned, points)
            return self._verdict
        return Verdict(name, points, partial_credit(value, points), Status.GRADED)

    def grade(self, name: str, *objects: Any) -> float:
        """Weigh the exercise ``name`` on the student's objects; the score it earns.

        Raises ``GraderError`` for a fault of ours.
        """
        exercise = find_exercise(self.package, self.topic, name)
        targets = [target(item) if isinstance(item, Proxy) else None for item in objects]
        known = [item for item in targets if item is not None]
        if name in self.absent:
            self._verdict = nothing(exercise, self.absent[name])
        elif len(known) < len(targets):
            said = "The name holds a value, not your code."
            self._verdict = nothing(exercise, Status.ERROR, said)
        else:
            self._verdict = weigh(
                exercise,
                self._asker(known, exercise.seconds),
                self.seed,
                self.session.usage,
                self.session.afresh,
            )
            if self._verdict.status is Status.ERROR:
                self._explain(self._verdict)
        return self._verdict.earned

    def _explain(self, verdict: Verdict) -> None:
        """Of an answer that cannot be asked, say how its cell ended."""
        ending = self.endings.get(verdict.name)
        problem = ending.said if ending else verdict.problem
        verdict.problem = legible(problem, len(problem))
        if ending and ending.status != "error" and NOT_DEFINED.search(verdict.problem):
            verdict.status = Status(ending.status)

    def _failed(self, name: str, points: float, problem: str) -> Verdict:
        """The verdict on a test that ended in an exception of the student's."""
        if has_exercise(self.package, self.topic, name):
            exercise = find_exercise(self.package, self.topic, name)
            return nothing(exercise, Status.ERROR, problem)
        return Verdict(name, points, 0.0, Status.ERROR, [], problem)

    def _asker(
        self, targets: list[str | int], seconds: float
    ) -> Callable[[list[PutProbe]], list[Any]]:
        """Puts one exercise's questions, with less patience once one of them has hung."""

        def ask(probes: list[PutProbe]) -> list[Any]:
            nonlocal seconds
            module = asks(self.package, self.topic, frozenset(name for name, _ in probes))
            try:
                return self.session.put_aside(head(module, targets), probes, seconds)
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
            except (StudentRaisedError, StudentTimeoutError, StudentCrashedError, WireError):
                namespace[name] = Proxy(self._step, name)
        return namespace

    def _step(self, target: str | int, step: str, given: dict[str, Any]) -> Any:
        (reply,) = self.session.put(head(handles(), [target]), [(step, given)], PATIENCE_OF_A_STEP)
        answer = read(reply)
        if answer.failure is not None:
            raise StudentRaisedError(explain(answer.failure))
        return answer.value


def head(module: Asks, targets: list[str | int]) -> Request:
    """A request but for its probes."""
    return {"module": module.name, "source": module.source, "targets": targets}


def silent(*_: Any) -> None:
    """Stands for ``check``: the visible checks are for the student's eyes."""


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
