"""A graded submission: what a receipt says of it, and the executed notebook."""

from __future__ import annotations

import hashlib
import hmac
import json
import platform
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import nbformat
from nbformat import NotebookNode

from nbjudge.confine.stage import OURS
from nbjudge.course.course import Course
from nbjudge.course.sections import Section, solution_minutes
from nbjudge.judge.verdict import CriterionForm, Verdict, VerdictForm, read_verdict
from nbjudge.notebook import cells
from nbjudge.pool.task import Task

if TYPE_CHECKING:
    from nbjudge.pool.local import Execute


class Receipt(TypedDict):
    """What is kept of a grading: enough to repeat it, byte for byte."""

    section: str
    submission: str
    seed: str
    isolation: str
    versions: dict[str, str]
    remarks: list[str]
    verdicts: list[VerdictForm]
    score: float
    max_score: float


@dataclass
class Graded:
    """A graded submission: what a receipt says, the executed notebook, and faults of ours."""

    section: str
    submission: str  # hash of what was graded
    seed: str
    isolation: str
    versions: dict[str, str]
    remarks: list[str]
    verdicts: list[Verdict]
    notebook: NotebookNode
    defects: dict[str, str] = field(default_factory=dict)  # tracebacks by exercise

    @property
    def score(self) -> float:
        return round(sum(verdict.earned for verdict in self.verdicts), 2)

    @property
    def max_score(self) -> float:
        return sum(verdict.points for verdict in self.verdicts)

    def receipt(self) -> Receipt:
        """What is kept of this grading."""
        return {
            "section": self.section,
            "submission": self.submission,
            "seed": self.seed,
            "isolation": self.isolation,
            "versions": self.versions,
            "remarks": self.remarks,
            "verdicts": [verdict.form() for verdict in self.verdicts],
            "score": self.score,
            "max_score": self.max_score,
        }


def draw_seed(key: bytes, section: str, submission: str) -> str:
    """HMAC(course key, assignment, submission hash): repeatable, and unknown to the student."""
    return hmac.new(key, f"{section}/{submission}".encode(), "sha256").hexdigest()


@cache
def versions(course: Course) -> dict[str, str]:
    """Versions that a verdict depends on; ``tests`` hashes our sources and the course's."""
    digest = hashlib.sha256()
    for package in (OURS, course.layer.folder):
        for path in sorted(package.rglob("*.py")):
            digest.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    found = {"python": platform.python_version(), "tests": digest.hexdigest()[:16]}
    return found | {name: installed(name) for name in course.environment}


def installed(package: str) -> str:
    """The version of a package that is installed, or ``none``."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def grade(
    section: Section, notebook: NotebookNode, seed: str, isolation: str, execute: Execute
) -> Graded:
    """Have a clean notebook judged.

    Raises ``JudgeCrashedError`` if the process that does it ends.
    """
    minutes = solution_minutes(section)
    task = Task(section.course, nbformat.writes(notebook), seed, isolation, minutes)
    result = json.loads(execute(task))
    return Graded(
        section.name,
        cells.content_hash(notebook),
        seed,
        result["isolation"],
        versions(section.course),
        list(notebook.metadata.course.remarks),
        [read_verdict(form) for form in result["verdicts"]],
        nbformat.from_dict(result["notebook"]),
        result["defects"],
    )


def read_graded(
    receipt: Receipt, notebook: NotebookNode, defects: dict[str, str] | None = None
) -> Graded:
    """A graded submission from its receipt and its executed notebook."""
    return Graded(
        receipt["section"],
        receipt["submission"],
        receipt["seed"],
        receipt["isolation"],
        receipt["versions"],
        receipt["remarks"],
        [read_verdict(form) for form in receipt["verdicts"]],
        notebook,
        defects or {},
    )


def rejected(course: Course, remarks: list[str], isolation: str, section: str = "") -> Graded:
    """The grading of a file that belongs to no section, or could not be graded: no verdict."""
    empty = nbformat.v4.new_notebook()
    return Graded(section, "", "", isolation, versions(course), remarks, [], empty)


class ExerciseForm(TypedDict):
    """A verdict as ``course grade --json`` prints it."""

    name: str
    points: float
    score: float | None
    status: str
    criteria: list[CriterionForm]
    problem: str
    wrong_form: str


class FileForm(TypedDict):
    """What ``course grade --json`` prints for one file."""

    file: str
    section: str
    score: float
    max_score: float
    isolation: str
    seed: str
    remarks: list[str]
    exercises: list[ExerciseForm]


def as_form(path: Path, graded: Graded) -> FileForm:
    """The object that ``course grade --json`` prints for one file."""
    return {
        "file": str(path),
        "section": graded.section,
        "score": graded.score,
        "max_score": graded.max_score,
        "isolation": graded.isolation,
        "seed": graded.seed,
        "remarks": graded.remarks,
        "exercises": [
            {
                "name": form["name"],
                "points": form["points"],
                "score": form["score"],
                "status": form["status"],
                "criteria": form["criteria"],
                "problem": form["problem"],
                "wrong_form": form["wrong_form"],
            }
            for form in (verdict.form() for verdict in graded.verdicts)
        ],
    }
