"""The hostile corpus against stock nbgrader, beside this course's grader, counted in one run.

Every attack is handed in to a course that stock nbgrader grades, between two honest students, in a
box of its own; and to a class that is graded here, all attacks on a section at once. An attack

- gains, if it scores more than the same wrong answers without it;
- gets, if its outputs show what it should not have reached, or the secret is in what is given out;
- harms, if an honest student's score changes, if files or processes of others do, if it leaves
  something behind, if its feedback runs in a browser, or if the run does not come to its end.

Usage: python -m benchmarks.hostile [--only FAMILY/NAME]
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import nbformat
import pytest
from nbgrader.converters import Autograde, GenerateAssignment

from benchmarks import hostile_box, hostile_stock
from nbjudge.confine.levels import best
from nbjudge.confine.threads import single_threaded
from nbjudge.course.sections import Section
from nbjudge.notebook.cells import grade_id, is_test
from tests.hostile.test_attacks import UNDER_OTHER_NAMES, stopped
from tests.kit.course import ROOT, find
from tests.kit.hostile.corpus import Attack, attacks, cells_of
from tests.kit.hostile.live import live
from tests.kit.hostile.whole_class import BASE, DEMOS_ALONE, HONEST, Class, course_of, hold
from tests.kit.hostile.world import made
from tests.kit.submissions import bare, cell, solved, source_notebook, text

BOXES = 2 * (os.cpu_count() or 1)  # at a time; each waits about as long as it works
TESTS = dict(cells_of((ROOT / "benchmarks" / "hostile_tests.py").read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Outcome:
    """What an attack came to."""

    gains: float = 0.0
    gets: list[str] = field(default_factory=list)
    harms: list[str] = field(default_factory=list)

    @property
    def counts(self) -> tuple[bool, bool, bool]:
        return self.gains > 0, bool(self.gets), bool(self.harms)

    def __str__(self) -> str:
        said = [f"gains {self.gains:g} points"] if self.gains > 0 else []
        said += [f"gets {self.gets[0].removeprefix('GOT ')}"] if self.gets else []
        said += [self.harms[0]] if self.harms else []
        return "; ".join(repr(item)[1:-1][:70] for item in said)


def for_stock(section: Section) -> nbformat.NotebookNode:
    """The section's source with hidden tests that stock nbgrader can run, and without demos."""
    notebook = bare(source_notebook(section))
    cell(notebook, "imports").source = DEMOS_ALONE.sub("", cell(notebook, "imports").source)
    for test in filter(is_test, notebook.cells):  # visible checks are worth nothing, and slow
        hidden = TESTS[grade_id(test).removeprefix("test_")]
        test.source = f"### BEGIN HIDDEN TESTS\n{hidden}\n### END HIDDEN TESTS"
    return notebook


def prepare(section: Section, course: Path) -> None:
    """Make a course of stock nbgrader's, in which one of two honest students has been graded."""
    source = course / "source" / section.name / section.source.name
    handed_in = [
        course / "submitted" / student / section.name / section.source.name
        for student in (hostile_stock.BEFORE, hostile_stock.AFTER)
    ]
    for path in (source, *handed_in):
        path.parent.mkdir(parents=True)
        path.write_text(text(bare(solved(section))), encoding="utf-8")
    notebook = for_stock(section)
    nbformat.write(notebook, source)
    around = {
        "HOME": str(course.parent),
        "MPLCONFIGDIR": str(course / "matplotlib"),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),  # alembic
    }
    with patch.dict(os.environ, around):
        subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], check=True)
        hostile_stock.convert(GenerateAssignment, course, section)
        hostile_stock.convert(Autograde, course, section, hostile_stock.BEFORE)
    points = sum(c.metadata.nbgrader.points for c in filter(is_test, notebook.cells))
    earned = hostile_stock.scores(course, section)
    assert earned == {hostile_stock.BEFORE: points}, f"{earned}, and not all {points} points"


def boxed(course: Path, section: Section, *attack: str) -> dict:
    """What ``hostile_stock.py`` prints in a box. Raises ``BoxError`` if it does not."""
    words = [hostile_box.START, str(course), section.name, *attack]
    said = hostile_box.run(["-c", *words], course)
    return json.loads(said.strip().splitlines()[-1])


def under_stock(section: Section, chosen: list[Attack], course: Path) -> dict[Attack, Outcome]:
    """Every attack on a section under stock nbgrader, in boxes side by side."""
    prepare(section, course)
    hostile_box.probe(course)
    base = boxed(course, section)
    assert base["score"] == 0, f"the base earns {base['score']} points"
    assert not base["gets"] + base["harms"], f"the base counts as an attack: {base}"

    def outcome(attack: Attack) -> Outcome:
        try:
            found = boxed(course, section, f"{attack.family}/{attack.name}")
        except (hostile_box.BoxError, ValueError) as error:
            return Outcome(harms=[f"ended the run: {error}"])
        new = [f"left behind: {path}" for path in found["new"] if path not in base["new"]]
        return Outcome(found["score"], found["gets"], found["harms"] + new)

    with ThreadPoolExecutor(BOXES) as pool:
        return dict(zip(chosen, pool.map(outcome, chosen), strict=True))


def under_ours(section: Section, chosen: list[Attack], scratch: Path) -> dict[Attack, Outcome]:
    """The same attacks in one class that is graded here. What harms others counts for all."""
    key = secrets.token_hex(32)  # of both classes: the same questions
    with graded_class(section, [], key, scratch / "alone") as quiet:
        alone = {name: quiet.receipt(name)["verdicts"] for name in HONEST}
    try:
        with graded_class(section, chosen, key, scratch / "disturbed") as disturbed:
            harms = [
                f"{name} is graded otherwise"
                for name in HONEST
                if disturbed.receipt(name)["verdicts"] != alone[name]
            ]
            if disturbed.before != disturbed.after:
                harms.append("changed: what lies around the class")
            harms += disturbed.left
            return {attack: weighed(attack, disturbed, harms) for attack in chosen}
    except Exception as error:
        return {attack: Outcome(harms=[f"ended the run: {error}"]) for attack in chosen}


@contextmanager
def graded_class(
    section: Section, attackers: list[Attack], key: str, scratch: Path
) -> Iterator[Class]:
    """A class of this course's, graded; its key is the secret of its world."""
    scratch.mkdir()
    with made(key) as world, pytest.MonkeyPatch.context() as monkey:
        course_of(world, section, monkey)
        yield hold(world, section, attackers, scratch, best())


def weighed(attack: Attack, graded: Class, harms: list[str]) -> Outcome:
    """What an attack came to in a class."""
    receipts = graded.folder.receipts(graded.section.name)
    known = {*HONEST, BASE, *(a.student for a in attacks())}
    names = set(receipts) - known if attack.name in UNDER_OTHER_NAMES else {attack.student}
    best_score = max((receipts[name]["score"] for name in names & set(receipts)), default=0.0)
    notebook = graded.file("autograded", attack.student, "ipynb")
    page = graded.file("feedback", attack.student, "html")
    gets = hostile_stock.got_in(notebook)
    texts = {p: p.read_text(encoding="utf-8") for p in (notebook, page) if p.is_file()}
    gets += [path.name for path, shown in texts.items() if graded.world.secret in shown]
    runs = [f"runs in a browser: {part}" for part in live(texts.get(page, ""))]
    return Outcome(best_score - receipts[BASE]["score"], gets, harms + runs)


def table(columns: list[dict[Attack, Outcome]]) -> Iterator[str]:
    """How many attacks of each family came to what, under stock nbgrader and under ours."""
    yield f"{'':14} {'':7} {'stock nbgrader':^23} {f'this course, {best()}':^23}"
    yield f"{'family':14} {'attacks':>7} " + f" {'gains':>6} {'gets':>7} {'harms':>7} " * 2
    families = sorted({attack.family for attack in columns[0]})
    for name in [*families, "all"]:
        mine = [attack for attack in columns[0] if name in (attack.family, "all")]
        numbers = [
            sum(column[attack].counts[n] for attack in mine if attack in column)
            for column in columns
            for n in range(3)
        ]
        yield f"{name:14} {len(mine):7} " + "{:7} {:7} {:7}  {:6} {:7} {:7}".format(*numbers)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", metavar="FAMILY/NAME", help="one attack instead of all")
    only = parser.parse_args().only
    single_threaded()
    chosen = [a for a in attacks() if only in (None, f"{a.family}/{a.name}")]
    if not chosen:
        parser.error(f"there is no attack {only}: give it as its file is called, without .py")
    stock: dict[Attack, Outcome] = {}
    ours: dict[Attack, Outcome] = {}
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        Path(folder).chmod(0o755)  # for the user in the box
        for name in sorted({attack.section.name for attack in chosen}):
            section, scratch = find(name), Path(folder, name)
            scratch.mkdir()
            mine = [attack for attack in chosen if attack.section.name == name]
            stock |= under_stock(section, mine, scratch / "course")
            ours |= under_ours(section, list(filter(stopped, mine)), scratch)
    print("\n".join(table([stock, ours])))
    for title, column in (("stock nbgrader", stock), (f"this course, {best()}", ours)):
        reached = [attack for attack in column if any(column[attack].counts)]
        print(f"\nWhat got anywhere with {title}: {len(reached)} of {len(column)}")
        for attack in reached:
            print(f"{attack.family}/{attack.name}: {column[attack]}")


if __name__ == "__main__":
    main()
