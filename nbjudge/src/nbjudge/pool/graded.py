"""Grades one submission: the whole way from a file to verdicts, with no gradebook in sight."""

from __future__ import annotations

import hashlib
import hmac
import json
import platform
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from nbjudge.notebook import cells
from nbjudge.intake.assemble import clean
from nbjudge.intake.reading import Submission
from nbjudge.course.sections import Section, master
from nbjudge.course.student_layer import PACKAGE
from nbjudge.judge.verdict import CriterionVerdict, Verdict
from nbjudge.pool.local import Judge
from nbjudge.pool.local import judge as here

VERSIONED = ("numpy", "scipy", "scikit-learn", "torch")


@dataclass
class Graded:
    """A graded submission: what a receipt says, and the executed notebook."""

    section: str
    submission: str  # hash of what was graded
    seed: str
    isolation: str
    versions: dict[str, str]
    remarks: list[str]
    verdicts: list[Verdict]
    notebook: NotebookNode

    @property
    def score(self) -> float:
        return round(sum(verdict.score for verdict in self.verdicts), 2)

    @property
    def max_score(self) -> float:
        return sum(verdict.points for verdict in self.verdicts)

    def receipt(self) -> dict[str, Any]:
        """What is kept of a grading: enough to repeat it, byte for byte."""
        kept = {key: value for key, value in vars(self).items() if key != "notebook"}
        totals = {"score": self.score, "max_score": self.max_score}
        return {**kept, **totals, "verdicts": [asdict(verdict) for verdict in self.verdicts]}


def draw_seed(key: bytes, section: str, submission: str) -> str:
    """HMAC(course key, assignment, submission hash): repeatable, and unknown to the student."""
    return hmac.new(key, f"{section}/{submission}".encode(), "sha256").hexdigest()


@cache
def versions() -> dict[str, str]:
    """Versions that a verdict depends on; ``tests`` is a hash of this package's sources."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + path.read_bytes())
    packages = {name: version(name) for name in VERSIONED}
    return {"python": platform.python_version(), "tests": digest.hexdigest()[:16], **packages}


def prepare(section: Section, submission: Submission) -> NotebookNode:
    """The clean notebook of a submission."""
    return clean(master(section), submission)


def grade(
    notebook: NotebookNode, section: str, seed: str, isolation: str, judge: Judge = here
) -> Graded:
    """Judge a clean notebook, by default in a process of this machine.

    Raises ``JudgeCrashedError`` if that process ends.
    """
    result = json.loads(judge(nbformat.writes(notebook), seed, isolation))
    return Graded(
        section,
        cells.content_hash(notebook),
        seed,
        result["isolation"],
        versions(),
        list(notebook.metadata.course.remarks),
        [read_verdict(form) for form in result["verdicts"]],
        nbformat.from_dict(result["notebook"]),
    )


def read_verdict(form: dict[str, Any]) -> Verdict:
    """A verdict from its JSON form."""
    return Verdict(**{**form, "criteria": [CriterionVerdict(**c) for c in form["criteria"]]})


def read_graded(receipt: dict[str, Any], notebook: NotebookNode) -> Graded:
    """A graded submission from its receipt and its executed notebook."""
    fields = {k: v for k, v in receipt.items() if k not in ("score", "max_score", "verdicts")}
    verdicts = [read_verdict(form) for form in receipt["verdicts"]]
    return Graded(**fields, verdicts=verdicts, notebook=notebook)


def as_dict(path: Path, graded: Graded) -> dict[str, Any]:
    """The object that ``course grade --json`` prints for one file."""
    listed = [
        {"name": v.name, "points": v.points, "score": v.score, "status": v.status,
         "criteria": [asdict(c) for c in v.criteria]}
        for v in graded.verdicts
    ]  # fmt: skip
    return {
        "file": str(path),
        "section": graded.section,
        "score": graded.score,
        "max_score": graded.max_score,
        "isolation": graded.isolation,
        "seed": graded.seed,
        "remarks": graded.remarks,
        "exercises": listed,
    }


def rejected(remarks: list[str], isolation: str, section: str = "") -> Graded:
    """The grading of a file that belongs to no section, or could not be graded: no verdict."""
    return Graded(section, "", "", isolation, versions(), remarks, [], nbformat.v4.new_notebook())
