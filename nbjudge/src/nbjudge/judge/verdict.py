"""What one exercise earned and why; the words of every status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NotRequired, TypedDict

from nbjudge.exercise.exercise import Exercise


class Status(StrEnum):
    """How an exercise ended."""

    GRADED = "graded"
    NOT_ATTEMPTED = "not_attempted"
    MISSING = "missing"
    ERROR = "error"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    DEFECT = "defect"


SAID = {
    Status.GRADED: "",
    Status.NOT_ATTEMPTED: "Not attempted: the TODO still raises NotImplementedError.",
    Status.MISSING: "Missing: no cell of the submission holds this answer.",
    Status.ERROR: "Every question to this code ended in an exception.",
    Status.TIMEOUT: "Stopped: this code took too long. One call should take far less than a "
    "second: look for a loop that never ends, or that numpy can do at once.",
    Status.CRASHED: "This code ended the Python process that ran it.",
    Status.DEFECT: "Withheld: the test of this exercise failed, through no fault of yours. It will "
    "be mended and graded again.",
}

BESIDE = "This holds, and will count as soon as the results are right."


class CriterionForm(TypedDict):
    """A criterion's verdict in JSON."""

    name: str
    passed: bool
    share: float
    hint: str


class VerdictForm(TypedDict):
    """A verdict in JSON."""

    name: str
    points: float
    score: float | None
    status: str
    criteria: list[CriterionForm]
    problem: str
    wrong_form: NotRequired[str]  # a receipt of an earlier version has none


@dataclass
class CriterionVerdict:
    """Whether one criterion passed; the hint is empty if it did, or if it says nothing new."""

    name: str
    passed: bool
    share: float
    hint: str


@dataclass
class Verdict:
    """What one exercise earned and why.

    ``score`` is None where it is withheld for a fault of ours; ``problem`` is the student's own
    error, if any, and ``wrong_form`` says what form a result had and what is due.
    """

    name: str
    points: float
    score: float | None
    status: Status
    criteria: list[CriterionVerdict] = field(default_factory=list)
    problem: str = ""
    wrong_form: str = ""

    @property
    def earned(self) -> float:
        """The points that count so far: none of what is withheld."""
        return self.score or 0.0

    @property
    def test_cell(self) -> str:
        """The grade_id of the cell that it is the verdict on."""
        return f"test_{self.name}"

    @property
    def in_words(self) -> str:
        """``3 of 5``, or ``withheld of 5``."""
        return f"{points(self.score)} of {self.points:g}"

    def form(self) -> VerdictForm:
        """Itself for JSON."""
        return {
            "name": self.name,
            "points": self.points,
            "score": self.score,
            "status": str(self.status),
            "criteria": [
                {"name": c.name, "passed": c.passed, "share": c.share, "hint": c.hint}
                for c in self.criteria
            ],
            "problem": self.problem,
            "wrong_form": self.wrong_form,
        }


def read_verdict(form: VerdictForm) -> Verdict:
    """A verdict from its form. Raises what Python raises if it is none."""
    criteria = [CriterionVerdict(**c) for c in form["criteria"]]
    return Verdict(**{**form, "status": Status(form["status"]), "criteria": criteria})  # type: ignore[arg-type]


def points(score: float | None) -> str:
    """A score for people."""
    return "withheld" if score is None else f"{score:g}"


def nothing(exercise: Exercise, status: Status, problem: str = "") -> Verdict:
    """The verdict on an exercise that could not be asked at all."""
    shares = fractions(exercise)
    criteria = [
        CriterionVerdict(c.name, False, share, c.hint)
        for c, share in zip(exercise.criteria, shares, strict=True)
    ]
    score = None if status is Status.DEFECT else 0.0
    return Verdict(exercise.name, exercise.points, score, status, criteria, problem)


def withheld(name: str, points: float) -> Verdict:
    """The verdict on an exercise whose test failed through a fault of ours."""
    return Verdict(name, points, None, Status.DEFECT)


def fractions(exercise: Exercise) -> list[float]:
    """Each criterion's part of the points; they sum to one."""
    total = sum(c.share for c in exercise.criteria)
    return [round(c.share / total, 4) for c in exercise.criteria]


def by_test_cell(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """Verdicts by the grade_id of their test cell."""
    return {verdict.test_cell: verdict for verdict in verdicts}
