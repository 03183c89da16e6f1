"""How a verdict looks to a person: under a test cell, on the terminal, in a report."""

from __future__ import annotations

from html import escape

import nbformat.v4 as nbf
from nbformat import NotebookNode

from nbjudge.judge.verdict import SAID, Verdict


def verdict_outputs(verdict: Verdict) -> list[NotebookNode]:
    """Outputs of a test cell: a table for people, then the score alone, as nbgrader reads it."""
    table = {"text/html": verdict_html(verdict), "text/plain": verdict_text(verdict)}
    outputs = [nbf.new_output("display_data", data=table)]
    if verdict.score is not None:
        score = {"text/plain": repr(float(verdict.score))}
        outputs.append(nbf.new_output("execute_result", data=score, execution_count=1))
    return outputs


def verdict_text(verdict: Verdict) -> str:
    """One line for the exercise and one for each criterion, with hints."""
    lines = [f"{verdict.name}: {verdict.in_words}  {SAID[verdict.status]}"]
    lines += [f"  {verdict.wrong_form}"] if verdict.wrong_form else []
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
    head = (
        f"<p><b>{escape(verdict.name)}</b>: {verdict.in_words} points. {SAID[verdict.status]}</p>"
    )
    head += f"<p>{escape(verdict.wrong_form)}</p>" if verdict.wrong_form else ""
    if not rows:
        return head + problem
    return f"{head}<table><tr><th></th><th>criterion</th><th>share</th></tr>{rows}</table>{problem}"
