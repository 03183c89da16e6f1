"""A clean notebook and a seed in, an executed notebook with verdicts out.

Student cells run in the student process, test cells in this one. A cell that hangs or kills its
process costs that cell: the process is replaced, the cells before it are replayed without it, and
the rest is still run.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from typing import TypedDict

import nbformat.v4 as nbf
from nbformat import NotebookNode

from nbjudge.confine.fork_server import ForkServers
from nbjudge.judge.kernel import Outcome
from nbjudge.judge.render import verdict_outputs
from nbjudge.judge.session import Session
from nbjudge.judge.test_cell import TestRunner
from nbjudge.judge.verdict import Status, Verdict, VerdictForm
from nbjudge.notebook import cells

CELL_SECONDS = 30.0
STOPPED = {
    "timeout": "This cell was stopped after {seconds:.0f} seconds.",
    "crashed": "This cell ended the Python process.",
}
MISSED = re.compile(r"NameError: name '(\w+)' is not defined")
OUT_OF_ORDER = "This answer needs a cell further down. Move it up, so that all run in order."


class ExecutionForm(TypedDict):
    """An execution in JSON, as a judge's process sends it."""

    notebook: NotebookNode
    verdicts: list[VerdictForm]
    isolation: str
    defects: dict[str, str]


@dataclass
class Execution:
    """An executed notebook, what every test cell came to, and how it was run.

    ``defects`` are tracebacks of faults of ours by the exercise that they kept from being judged.
    """

    notebook: NotebookNode
    isolation: str
    verdicts: list[Verdict] = field(default_factory=list)
    defects: dict[str, str] = field(default_factory=dict)

    def form(self) -> ExecutionForm:
        """Itself for JSON."""
        return {
            "notebook": self.notebook,
            "verdicts": [verdict.form() for verdict in self.verdicts],
            "isolation": self.isolation,
            "defects": self.defects,
        }


def run(
    notebook: NotebookNode,
    seed: str,
    servers: ForkServers,
    isolation: str,
    cell_seconds: float = CELL_SECONDS,
) -> Execution:
    """Execute a clean notebook, as intake leaves it, and judge its test cells.

    ``isolation`` is a level that works on this machine.
    """
    executed = copy.deepcopy(notebook)
    course = notebook.metadata.course
    result = Execution(executed, isolation)
    with Session(servers, isolation, course.modules, cell_seconds) as session:
        tests = TestRunner(
            session.put,
            course.package,
            course.topic,
            frozenset(course.names),
            seed,
            absent={name: Status(status) for name, status in course.absent.items()},
            meter=session.usage,
            defects=result.defects,
        )
        for cell in executed.cells:
            if cell.cell_type == "code" and cells.is_test(cell):
                result.verdicts.append(judged(cell, tests))
            elif cell.cell_type == "code" and cell.source.strip():
                allowed = session.cell_seconds
                outcome = session.execute(cell.source)
                cell.outputs, cell.execution_count = outcome.outputs, outcome.execution_count
                note_ending(cell, outcome, tests, allowed)
        judge_again(session, tests, result)
    return result


def judged(cell: NotebookNode, tests: TestRunner) -> Verdict:
    """The verdict on one test cell, which is shown under it."""
    points = float(cell.metadata.nbgrader.points)
    verdict = tests.run(cell.source, points, cells.grade_id(cell).removeprefix("test_"))
    cell.outputs = verdict_outputs(verdict)
    return verdict


def judge_again(session: Session, tests: TestRunner, result: Execution) -> None:
    """Judge answers that missed a name of a later cell once more, now that this cell has run.

    Whoever ran the cells in another order than they stand in had that name. The process is a new
    one: what later exercises were lent must not be there for earlier ones to find.
    """
    names = {n: set(MISSED.findall(v.problem)) for n, v in enumerate(result.verdicts)}
    if not any(names.values()):
        return
    notebook = result.notebook
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    known = set[str]().union(*map(cells.defined_names, code))
    missed = [n for n, wanted in names.items() if wanted & known]
    if not missed:
        return
    session.replace()
    for cell in notebook.cells:
        if any(output.get("ename") == "NameError" for output in cell.get("outputs", [])):
            cell.outputs = session.execute(cell.source).outputs
            tests.cell_errors.pop(cells.grade_id(cell), None)
    test_cells = [cell for cell in notebook.cells if cells.is_test(cell)]
    for n in missed:
        before = test_cells[n].outputs
        verdict = judged(test_cells[n], tests)
        if verdict.status is Status.DEFECT:
            result.verdicts[n] = verdict
        elif verdict.earned > result.verdicts[n].earned:
            verdict.problem = OUT_OF_ORDER
            result.verdicts[n] = verdict
            test_cells[n].outputs = verdict_outputs(verdict)
        else:
            test_cells[n].outputs = before


def note_ending(cell: NotebookNode, outcome: Outcome, tests: TestRunner, seconds: float) -> None:
    """Say under a cell that it was cut short, and remember it if it holds an answer."""
    if outcome.status == "error" and cells.is_solution(cell):
        error = next(o for o in outcome.outputs if o.output_type == "error")
        tests.cell_errors[cells.grade_id(cell)] = f"{error.ename}: {error.evalue}"[:300]
    if outcome.status not in STOPPED:
        return
    words = outcome.reason or STOPPED[outcome.status].format(seconds=seconds)
    cell.outputs = [o for o in cell.outputs if o.output_type != "error"]
    cell.outputs.append(
        nbf.new_output("error", ename=outcome.status, evalue=words, traceback=[words])
    )
    if cells.is_solution(cell):
        tests.absent.setdefault(cells.grade_id(cell), Status(outcome.status))
