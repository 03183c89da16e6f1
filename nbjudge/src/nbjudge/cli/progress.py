"""A live line on how the grading of a class goes: how far, how fast, with what failures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

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


@dataclass
class Count:
    """What came of a run: submissions graded, changed and failed, and exercises withheld."""

    graded: int = 0
    changed: int = 0
    failed: int = 0
    defects: dict[str, int] = field(default_factory=dict)  # submissions by exercise

    def add(self, step: Step) -> None:
        self.graded += not step.failed
        self.changed += bool(step.change)
        self.failed += step.failed
        for name in step.defects:
            self.defects[name] = self.defects.get(name, 0) + 1

    @property
    def all(self) -> int:
        return self.graded + self.failed

    def sentence(self) -> str:
        """How many were graded, and what to do next."""
        again = f", {self.changed} with another outcome than before" if self.changed else ""
        return f"{self.graded} submissions graded{again}. Next: course feedback, course report"

    def complaints(self, folder: Path) -> Iterator[str]:
        """What did not go well, a sentence each."""
        if self.failed:
            yield (
                f"{self.failed} could not be graded, as said above. The same command tries again."
            )
        for name, count in self.defects.items():
            yield (
                f"{name}: withheld from {count}, since its test failed by a fault of its own. The "
                f"traceback is in {folder / '.course' / 'defects'}. Mend the test, run this again."
            )


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
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        StudentsPerMinute(),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failures]}"),
    )
    with Progress(*columns, console=console) as progress:
        line = progress.add_task(title, total=count, failures="")
        failed = 0
        for step in steps:
            yield step
            failed += step.failed
            progress.update(line, advance=1, failures=f"{failed} failed" if failed else "")
