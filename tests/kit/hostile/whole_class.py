"""A class with attackers in it, graded in the real way, from what is handed in to the report."""

from __future__ import annotations

import io
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from rich.console import Console

from nbjudge.autograde import autograde
from nbjudge.classroom.collect import collect
from nbjudge.classroom.folder import Folder
from nbjudge.course.course import load_course
from nbjudge.course.sections import Section, find_section
from nbjudge.gradebook.converters import feedback
from nbjudge.gradebook.gradebook import Gradebook
from nbjudge.judge.render import verdict_text
from nbjudge.pool.local import JudgePool
from nbjudge.report import report
from tests.kit.course import ROOT
from tests.kit.hostile.corpus import Attack, wrong
from tests.kit.hostile.tampering import late_archive
from tests.kit.hostile.world import World
from tests.kit.submissions import bare, cell, fill, model_answers, source_notebook, text

BASE = "base"
HONEST = ("aa_solved", "mm_half", "zz_untouched")  # before, between and after the others
DEMOS_ALONE = re.compile(r"(?m)^from (helpers\.(plots|widgets)|scipy\.stats) .*\n?")


@dataclass(frozen=True)
class Class:
    """A graded class, and what its world was like before and after."""

    world: World
    section: Section
    folder: Folder
    before: dict[str, tuple[int, ...]]
    after: dict[str, tuple[int, ...]]
    left: list[str]
    terminal: str

    def receipt(self, student: str) -> dict[str, Any]:
        return self.folder.receipts(self.section.name)[student]

    def passed(self, student: str) -> set[tuple[str, str]]:
        """What a student got right: exercise and criterion."""
        return {
            (verdict["name"], criterion["name"])
            for verdict in self.receipt(student)["verdicts"]
            for criterion in verdict["criteria"]
            if criterion["passed"]
        }

    def file(self, stage: str, student: str, suffix: str) -> Path:
        """What nbgrader's ``stage`` has of a student."""
        name = self.section.name
        return self.folder.path / stage / student / name / f"{name}.{suffix}"


def honest(section: Section) -> dict[str, str]:
    """The files of three students who try nothing."""
    model = model_answers(section)
    half = dict(list(model.items())[: len(model) // 2])
    return {
        name: text(bare(fill(answers, section)))
        for name, answers in zip(HONEST, (model, half, {}), strict=True)
    }


def course_of(world: World, section: Section, patch: pytest.MonkeyPatch) -> None:
    """Make the world's folder the course, with the section's source and without its demos.

    Nor what only the demos import: that takes most of the time of a process.
    """
    source = world.course / "source" / section.name / section.source.name
    source.parent.mkdir(parents=True)
    notebook = bare(source_notebook(section))
    imports = cell(notebook, "imports")
    imports.source = DEMOS_ALONE.sub("", imports.source)
    nbformat.write(notebook, source)
    for name in ("nbgrader_config.py", "course.toml"):
        (world.course / name).write_text((ROOT / name).read_text(encoding="utf-8"))
    for name, value in world.environment().items():
        patch.setenv(name, value)
    patch.setattr(tempfile, "tempdir", None)


def hold(
    world: World, section: Section, attackers: list[Attack], scratch: Path, level: str
) -> Class:
    """Have a class hand in, and grade it. ``course_of`` comes first."""
    handed_in, folder = scratch / "handed-in", Folder(world.course)
    handed_in.mkdir()
    for name, content in honest(section).items():
        (handed_in / f"{name}.ipynb").write_text(content, encoding="utf-8")
    for attack in attackers:
        attack.hand_in(handed_in, world.places)
    (handed_in / f"{BASE}.ipynb").write_text(text(wrong(section)), encoding="utf-8")
    late_archive(scratch / "late.zip", wrong(section))
    section = find_section(load_course(world.course), section.name)  # the world's
    said = [
        *collect(handed_in, folder, section)[1],
        *collect(scratch / "late.zip", folder, section)[1],
    ]
    before = world.state()
    with (
        Gradebook(folder, section.course) as book,
        JudgePool(section.course.layer) as pool,
    ):
        for step in autograde(book, section, level, pool.execute):
            said += [f"{step.student}: {remark}" for remark in step.remarks]
            said += map(verdict_text, step.graded.verdicts)
        list(feedback(book, section))
        view = report.gather(book, section)
    report.write_report(view, folder.path / "report")
    return Class(
        world,
        section,
        folder,
        before,
        world.state(),
        world.left_behind(),
        shown([*said, report.terminal_table(view)]),
    )


def shown(items: list[Any]) -> str:
    """What a terminal gets of all this, but for the colours that the table has of its own."""
    terminal = Console(file=(file := io.StringIO()), width=200, force_terminal=True)
    for item in items:
        terminal.print(item, markup=False, highlight=False)
    return re.sub(r"\x1b\[[\d;]*m", "", file.getvalue())
