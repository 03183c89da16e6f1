"""How a verdict looks to a person: under a test cell, on the terminal, in a report."""

from __future__ import annotations

from html import escape

import nbformat.v4 as nbf
from nbformat import NotebookNode

from nbjudge.judge.verdict import Verdict

SAID = {
    "graded": "",
    "not_attempted": "Not attempted: the TODO still raises NotImplementedError.",
    "missing": "Missing: no cell of the submission holds this answer.",
    "error": "Every question to this code ended in an exception.",
    "timeout": "Stopped: this code took too long. One call should take far less than a second: "
               "look for a loop that never ends, or that numpy can do at once.",
    "crashed": "This code ended the Python process that ran it.",
}


def verdict_outputs(verdict: Verdict) -> list[NotebookNode]:
    """Outputs of a test cell: a table for people, then the score alone, as nbgrader reads it."""
    table = {"text/html": verdict_html(verdict), "text/plain": verdict_text(verdict)}
    return [
        nbf.new_output("display_data", data=table),
        nbf.new_output("execute_result", data={"text/plain": repr(float(verdict.score))},
                       execution_count=1),
    ]  # fmt: skip


def verdict_text(verdict: Verdict) -> str:
    """One line for the exercise and one for each criterion, with hints."""
    lines = [f"{verdict.name}: {verdict.score:g} of {verdict.points:g}  {SAID[verdict.status]}"]
    for criterion in verdict.criteria:
        lines.append(f"  {'✓' if criterion.passed else '✗'} {criterion.name}")
        if criterion.hint:
            lines.append(f"      {criterion.hint}")
    lines += [f"    {line}" for line in verdict.problem.splitlines()]
    return "\n".join(line.rstrip() for line in lines)


def verdict_html(verdict: Verdict) -> str:
    """The same as a small table. Everything that a student wrote is escaped."""
    rows = "".join(
        f"<tr><td>{'✓' if c.passed else '✗'}</td><td><b>{escape(c.name)}</b><br>{escape(c.hint)}"
        f"</td><td>{100 * c.share:.0f}%</td></tr>"
        for c in verdict.criteria
    )
    problem = f"<pre>{escape(verdict.problem)}</pre>" if verdict.problem else ""
    return (
        f"<p><b>{escape(verdict.name)}</b>: {verdict.score:g} of {verdict.points:g} points. "
        f"{SAID[verdict.status]}</p><table><tr><th></th><th>criterion</th><th>share</th></tr>"
        f"{rows}</table>{problem}"
    )
