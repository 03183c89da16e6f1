"""A clean notebook and a seed in, an executed notebook with verdicts out.

Student cells run in the student process, test cells in this one. A cell that hangs or kills its
process costs that cell: the process is replaced, the cells before it are replayed without it, and
the rest is still run.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import Any

import nbformat.v4 as nbf
from nbformat import NotebookNode

from nbjudge.notebook import cells
from nbjudge.exercise.exercise import exercises
from nbjudge.judge.test_cell import Judge, Judgement
from nbjudge.judge.render import verdict_outputs
from nbjudge.errors import StudentCrashedError, StudentTimeoutError
from nbjudge.judge.kernel import Outcome, StudentProcess
from nbjudge.confine.usage import usage
from nbjudge.exercise.exercise import Usage
from nbjudge.judge.verdict import Verdict, nothing

CELL_SECONDS = 30.0
LEAST_SECONDS = 4.0  # what is left to a cell after others have hung
STOPPED = {
    "timeout": "This cell was stopped after {seconds:.0f} seconds.",
    "crashed": "This cell ended the Python process.",
}
MISSED = re.compile(r"NameError: name '(\w+)' is not defined")
OUT_OF_ORDER = "This answer needs a cell further down. Move it up, so that all run in order."


@dataclass
class Execution:
    """An executed notebook, what every test cell came to, and how it was run."""

    notebook: NotebookNode
    verdicts: list[Verdict]
    isolation: str


class Session:
    """The student processes of one submission, one after another."""

    def __init__(self, isolation: str, cell_seconds: float, modules: list[str]) -> None:
        self.isolation, self.cell_seconds, self.modules = isolation, cell_seconds, modules
        self.done: list[str] = []  # sources to replay: all that came to an end
        self.process = StudentProcess(self.isolation, self.modules)

    def execute(self, source: str) -> Outcome:
        """Run one cell; afterwards there is a living process again, whatever the cell did."""
        outcome = self.process.execute(source, self.cell_seconds)
        if outcome.status == "timeout":  # what hangs once tends to hang in every demonstration
            self.cell_seconds = max(LEAST_SECONDS, self.cell_seconds / 2)
        if outcome.status in ("ok", "error"):
            self.done.append(source)
        elif outcome.status == "crashed" or not self.process.responds():
            self.replace()
        return outcome

    def request(self, head: dict[str, Any], probes: list[Any], seconds: float) -> list[Any]:
        """Put a question; a process that it hangs or kills is replaced before the error goes on."""
        try:
            return self.process.ask(head, probes, seconds)
        except (StudentTimeoutError, StudentCrashedError):
            if not self.process.responds():
                self.replace()
            raise

    def usage(self) -> Usage:
        """What the process at hand has used."""
        return usage(self.process.pid)

    def replace(self) -> None:
        """A new process in which every cell that came to an end has been run again."""
        self.process.close()
        self.process = StudentProcess(self.isolation, self.modules)
        for source in self.done:
            if self.process.execute(source, self.cell_seconds).status == "crashed":
                break

    def close(self) -> None:
        self.process.close()


def run(
    notebook: NotebookNode, seed: str, isolation: str, cell_seconds: float = CELL_SECONDS
) -> Execution:
    """Execute a clean notebook, as intake leaves it, and judge its test cells.

    ``isolation`` is a level that works on this machine.
    """
    executed = copy.deepcopy(notebook)
    names = frozenset(notebook.metadata.course.names)
    session = Session(isolation, cell_seconds, notebook.metadata.course.modules)
    absent = dict(notebook.metadata.course.absent)
    judge = Judge(session.request, names, seed, absent, meter=session.usage)
    result = Execution(executed, [], isolation)
    try:
        for cell in executed.cells:
            if cell.cell_type == "code" and cells.is_test(cell):
                settle(cell, judge, result)
            elif cell.cell_type == "code" and cell.source.strip():
                allowed = session.cell_seconds
                outcome = session.execute(cell.source)
                cell.outputs, cell.execution_count = outcome.outputs, outcome.execution_count
                note_ending(cell, outcome, judge, allowed)
        judge_again(executed, session, judge, result)
    finally:
        session.close()
    return result


def settle(cell: NotebookNode, judge: Judge, result: Execution) -> None:
    """Judge one test cell, and write down its score, its verdict and what is shown for it."""
    verdict = judged(cell, judge)
    result.verdicts.append(verdict)
    cell.outputs = verdict_outputs(verdict)


def judged(cell: NotebookNode, judge: Judge) -> Verdict:
    """The verdict on one test cell."""
    points = float(cell.metadata.nbgrader.points)
    judgement = judge.run(cell.source, points)
    return judgement.verdict or plain_verdict(cells.grade_id(cell), points, judgement)


def judge_again(notebook: NotebookNode, session: Session, judge: Judge, result: Execution) -> None:
    """Judge answers that missed a name of a later cell once more, now that this cell has run.

    Whoever ran the cells in another order than they stand in had that name. The process is a new
    one: what later exercises were lent must not be there for earlier ones to find.
    """
    names = {n: set(MISSED.findall(v.problem)) for n, v in enumerate(result.verdicts)}
    if not any(names.values()):
        return
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    known = set[str]().union(*map(cells.defined_names, code))
    missed = [n for n, wanted in names.items() if wanted & known]
    if not missed:
        return
    session.replace()
    for cell in notebook.cells:
        if any(output.get("ename") == "NameError" for output in cell.get("outputs", [])):
            cell.outputs = session.execute(cell.source).outputs
            judge.cell_errors.pop(cells.grade_id(cell), None)
    tests = [cell for cell in notebook.cells if cells.is_test(cell)]
    for n in missed:
        verdict = judged(tests[n], judge)
        if verdict.score > result.verdicts[n].score:
            verdict.problem = OUT_OF_ORDER
            result.verdicts[n] = verdict
            tests[n].outputs = verdict_outputs(verdict)


def plain_verdict(name: str, points: float, judgement: Judgement) -> Verdict:
    """The verdict on a test cell of plain asserts, which has no criteria."""
    exercise = exercises().get(name.removeprefix("test_"))
    if exercise is not None and judgement.score is None:
        return nothing(exercise, "error", judgement.problem)
    status = "error" if judgement.score is None else "graded"
    return Verdict(name.removeprefix("test_"), points, judgement.score or 0.0, status, [],
                   judgement.problem)  # fmt: skip


def note_ending(cell: NotebookNode, outcome: Outcome, judge: Judge, seconds: float) -> None:
    """Say under a cell that it was cut short, and remember it if it holds an answer."""
    if outcome.status == "error" and cells.is_solution(cell):
        error = next(o for o in outcome.outputs if o.output_type == "error")
        judge.cell_errors[cells.grade_id(cell)] = f"{error.ename}: {error.evalue}"[:300]
    if outcome.status not in STOPPED:
        return
    words = outcome.reason or STOPPED[outcome.status].format(seconds=seconds)
    cell.outputs = [o for o in cell.outputs if o.output_type != "error"]
    cell.outputs.append(nbf.new_output("error", ename=outcome.status, evalue=words,
                                       traceback=[words]))  # fmt: skip
    if cells.is_solution(cell):
        judge.absent.setdefault(cells.grade_id(cell), outcome.status)
