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
from nbjudge.errors import GraderError
from nbjudge.judge.kernel import Outcome
from nbjudge.judge.render import verdict_outputs
from nbjudge.judge.session import USUAL, Limits, Session
from nbjudge.judge.test_cell import Ending, TestRunner
from nbjudge.judge.verdict import Status, Verdict, VerdictForm, withheld
from nbjudge.notebook import cells

STOPPED = {
    "timeout": "This cell was stopped: it used {seconds:.0f} seconds of processor time.",
    "crashed": "This cell ended the Python process.",
}
OWN = "own-"  # how intake has the ids of the student's own cells begin
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
    limits: Limits = USUAL,
) -> Execution:
    """Execute a clean notebook, as intake leaves it, and judge its test cells.

    ``isolation`` is a level that works on this machine.
    """
    executed = copy.deepcopy(notebook)
    course = notebook.metadata.course
    result = Execution(executed, isolation)
    with Session(servers, isolation, course.modules, limits) as session:
        tests = TestRunner(
            session,
            course.package,
            course.topic,
            frozenset(course.names),
            seed,
            absent={name: Status(status) for name, status in course.absent.items()},
            defects=result.defects,
        )
        try:
            for cell in executed.cells:
                if cell.cell_type == "code" and cells.is_test(cell):
                    result.verdicts.append(judged(cell, tests))
                elif cell.cell_type == "code" and cell.source.strip():
                    execute(cell, session, tests, limits)
            judge_again(session, tests, result)
        except GraderError as error:
            withhold_rest(result, str(error))
    withhold_ours(result)
    return result


def execute(cell: NotebookNode, session: Session, tests: TestRunner, limits: Limits) -> None:
    """Run one cell that is no test. Raises ``GraderError`` if nothing more can be run."""
    given = is_given(cell)
    outcome = session.execute(cell.source, given)
    cell.outputs, cell.execution_count = outcome.outputs, outcome.execution_count
    note_ending(cell, outcome, tests, limits.given if given else limits.cell)


def is_given(cell: NotebookNode) -> bool:
    """Whether a cell is ours: neither an answer, nor one that the student has made."""
    return not cells.is_solution(cell) and not str(cell.get("id", "")).startswith(OWN)


def withhold_rest(result: Execution, fault: str) -> None:
    """Withhold what was not judged yet: a fault of ours kept it from being."""
    test_cells = [cell for cell in result.notebook.cells if cells.is_test(cell)]
    for cell in test_cells[len(result.verdicts) :]:
        withhold(result, cell, fault)


def withhold_ours(result: Execution) -> None:
    """Withhold answers that missed a name which a cell of ours binds: no fault of theirs."""
    notebook = result.notebook
    given = (c.source for c in notebook.cells if c.cell_type == "code" and is_given(c))
    trees = filter(None, map(cells.parse, given))
    ours = {name for tree in trees for node in tree.body for name in cells.bound_names(node)}
    test_cells = [cell for cell in notebook.cells if cells.is_test(cell)]
    for n, verdict in enumerate(result.verdicts):
        if missed := sorted(set(MISSED.findall(verdict.problem)) & ours):
            fault = f"{verdict.name} missed {', '.join(missed)}, which a given cell binds"
            withhold(result, test_cells[n], fault, n)


def withhold(result: Execution, cell: NotebookNode, fault: str, place: int | None = None) -> None:
    """Withhold the verdict of one test cell, at its place or as the next one."""
    name = cells.grade_id(cell).removeprefix("test_")
    verdict = withheld(name, float(cell.metadata.nbgrader.points))
    result.defects[name] = fault
    cell.outputs = verdict_outputs(verdict)
    if place is None:
        result.verdicts.append(verdict)
    else:
        result.verdicts[place] = verdict


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
            cell.outputs = session.execute(cell.source, is_given(cell)).outputs
            tests.endings.pop(cells.grade_id(cell), None)
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
    words = outcome.reason
    if outcome.status in STOPPED:
        words = words or STOPPED[outcome.status].format(seconds=seconds)
        cell.outputs = [o for o in cell.outputs if o.output_type != "error"]
        cell.outputs.append(
            nbf.new_output("error", ename=outcome.status, evalue=words, traceback=[words])
        )
    if cells.is_solution(cell) and outcome.status != "ok":
        error = next(o for o in cell.outputs if o.output_type == "error")
        said = words or f"{error.ename}: {error.evalue}"[:300]
        tests.endings[cells.grade_id(cell)] = Ending(outcome.status, said)
