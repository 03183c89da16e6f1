"""A live line on how the grading of a class goes: how far, how fast, with what failures."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from nbjudge.autograde import Step


class StudentsPerMinute(ProgressColumn):
    """Students graded in a minute, by the last of them."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{60 * speed:.0f} a minute" if speed else "", style="progress.data.speed")


def remarks(step: Step) -> list[str]:
    """What is to be read about one submission: its first remark, and what a regrade changed."""
    lines = step.remarks[:1]
    if step.remarks[1:]:
        lines[0] += f" (and {len(step.remarks) - 1} more)"
    return [*lines, *([step.change] if step.change else [])]


def followed(steps: Iterator[Step], title: str, count: int, console: Console) -> Iterator[Step]:
    """The steps, with a live line on ``count`` of them."""
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), StudentsPerMinute(),
        TimeRemainingColumn(), TextColumn("[red]{task.fields[failures]}"),
    )  # fmt: skip
    with Progress(*columns, console=console) as progress:
        line = progress.add_task(title, total=count, failures="")
        failed = 0
        for step in steps:
            yield step
            failed += step.failed
            progress.update(line, advance=1, failures=f"{failed} failed" if failed else "")
