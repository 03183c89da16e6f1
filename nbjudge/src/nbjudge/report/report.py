"""The class report: who earned what, what the class got wrong, and where a human must look."""

from __future__ import annotations

import csv
import io
import statistics
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jinja2
from rich.markup import escape
from rich.table import Table

from nbjudge.classroom.files import write
from nbjudge.course.sections import Section
from nbjudge.gradebook.gradebook import Gradebook, Row
from nbjudge.intake.reading import CHECK
from nbjudge.judge.verdict import BESIDE, Status, Verdict, points, read_verdict
from nbjudge.pool.graded import Receipt

TEMPLATES = Path(__file__).parent / "templates"
WORST_FIRST = (
    Status.DEFECT,
    Status.CRASHED,
    Status.TIMEOUT,
    Status.ERROR,
    Status.MISSING,
    Status.NOT_ATTEMPTED,
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that starts so


@dataclass(frozen=True)
class Student:
    """One row of the report."""

    id: str
    score: float
    max_score: float
    manual: bool  # whether something is still to be graded by hand
    verdicts: list[Verdict]
    remarks: list[str]

    @property
    def checks(self) -> list[str]:
        """Remarks that ask a human to look."""
        lost = self.status == "no answers"
        return [remark for remark in self.remarks if lost or remark.startswith(CHECK)]

    @property
    def status(self) -> str:
        """The worst thing that happened, or that all went well."""
        found = {verdict.status for verdict in self.verdicts}
        if found <= {Status.MISSING, Status.NOT_ATTEMPTED}:
            return "no answers"
        return next((status for status in WORST_FIRST if status in found), Status.GRADED)


@dataclass(frozen=True)
class ExerciseStatistics:
    """How a class did on one exercise."""

    name: str
    points: float
    mean: float
    solved: float  # part of the class with full marks
    discrimination: float | None  # correlation with the rest of the score
    misconceptions: list[tuple[str, int, str]]  # criterion, students who failed it, hint


@dataclass(frozen=True)
class ClassView:
    """Everything that the report shows."""

    section: str
    students: list[Student]
    exercises: list[ExerciseStatistics]
    isolation: str
    tests: str

    @property
    def defects(self) -> dict[str, list[str]]:
        """Students by the exercise that a fault of ours kept from being judged."""
        found: dict[str, list[str]] = {}
        for s in self.students:
            for verdict in s.verdicts:
                if verdict.status is Status.DEFECT:
                    found.setdefault(verdict.name, []).append(s.id)
        return found

    @property
    def cut_short(self) -> dict[str, list[str]]:
        """Students by the exercise whose answer took too long, or ended its process."""
        found: dict[str, list[str]] = {}
        for s in self.students:
            for verdict in s.verdicts:
                if verdict.status in (Status.TIMEOUT, Status.CRASHED):
                    found.setdefault(verdict.name, []).append(f"{s.id} ({verdict.status})")
        return found

    @property
    def median(self) -> float:
        return statistics.median(s.score for s in self.students)


def gather(book: Gradebook, section: Section) -> ClassView:
    """Collect a class's receipts and what the gradebook says of them."""
    receipts = book.folder.receipts(section.name)
    rows = book.scores(section)
    students = [student(name, rows[name], receipts.get(name)) for name in sorted(rows)]
    first = next(iter(receipts.values()), None)
    tests = first["versions"]["tests"] if first else ""
    exercises = exercise_statistics(students)
    return ClassView(section.name, students, exercises, first["isolation"] if first else "", tests)


def student(name: str, row: Row, receipt: Receipt | None) -> Student:
    verdicts = [read_verdict(form) for form in receipt["verdicts"]] if receipt else []
    remarks = list(receipt["remarks"]) if receipt else []
    return Student(
        name, row["score"], row["max_score"], row["needs_manual_grade"], verdicts, remarks
    )


def exercise_statistics(students: list[Student]) -> list[ExerciseStatistics]:
    """Difficulty, discrimination and misconceptions of every exercise, in the notebook's order."""
    found = []
    fullest = max((s.verdicts for s in students), key=len, default=[])
    for place, verdict in enumerate(fullest):
        # what is withheld says nothing of the exercise yet
        given = [s for s in students if s.verdicts[place:] and s.verdicts[place].score is not None]
        scores = [s.verdicts[place].earned for s in given] or [0.0]
        rest = [s.score - score for s, score in zip(given, scores, strict=False)]
        attempted = [s.verdicts[place] for s in given if s.verdicts[place].status is Status.GRADED]
        failed = Counter(lost for v in attempted for lost in misconceptions_of(v))
        solved = sum(score == verdict.points for score in scores) / len(scores)
        misconceptions = [(n, count, hint) for (n, hint), count in failed.most_common()]
        found.append(
            ExerciseStatistics(
                verdict.name,
                verdict.points,
                statistics.fmean(scores),
                solved,
                correlation(scores, rest),
                misconceptions,
            )
        )
    return found


def misconceptions_of(verdict: Verdict) -> list[tuple[str, str]]:
    """What an attempt got wrong: the criteria it lost with their hints, or the form alone."""
    if verdict.wrong_form:
        return [("the form of the result", verdict.wrong_form)]
    return [(c.name, c.hint) for c in verdict.criteria if not c.passed and c.hint != BESIDE]


def correlation(a: list[float], b: list[float]) -> float | None:
    """Pearson correlation, or None where one of the two does not vary."""
    if len(a) < 3 or len(set(a)) == 1 or len(set(b)) == 1:
        return None
    return statistics.correlation(a, b)


def write_report(view: ClassView, folder: Path) -> tuple[Path, Path]:
    """Write the page and the table; their paths."""
    loader = jinja2.FileSystemLoader(TEMPLATES)
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.get_template("report.html")
    page, table = folder / f"{view.section}.html", folder / f"{view.section}.csv"
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    write(page, template.render(view=view, now=now, histogram=histogram(view)))
    write(table, as_csv(view))
    return page, table


def histogram(view: ClassView, bins: int = 10) -> list[dict[str, Any]]:
    """Students by tenths of the maximum."""
    top = max((s.max_score for s in view.students), default=0) or 1
    places = [min(bins - 1, int(bins * s.score / top)) for s in view.students]
    highest = max(Counter(places).values(), default=1)
    return [
        {
            "label": f"{100 * i // bins}–{100 * (i + 1) // bins}%",
            "count": places.count(i),
            "height": places.count(i) / highest,
        }
        for i in range(bins)
    ]


def as_csv(view: ClassView) -> str:
    """One row a student, quoted, with nothing that a spreadsheet would run."""
    names = [exercise.name for exercise in view.exercises]
    text = io.StringIO()
    table = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    table.writerow(
        [
            "student",
            "score",
            "max_score",
            "status",
            "needs_manual_grade",
            *names,
            *[f"{name}_status" for name in names],
            "remarks",
        ]
    )
    for s in view.students:
        scores = ["" if v.score is None else v.score for v in s.verdicts] or [0.0] * len(names)
        statuses = [str(v.status) for v in s.verdicts] or [str(Status.MISSING)] * len(names)
        row = [
            s.id,
            s.score,
            s.max_score,
            s.status,
            s.manual,
            *scores,
            *statuses,
            " ".join(s.remarks),
        ]
        table.writerow([harmless(cell) for cell in row])
    return text.getvalue()


def harmless(cell: Any) -> Any:
    """Text that starts like a formula gets an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def terminal_table(view: ClassView) -> Table:
    """Students, scores and what to look at, for the terminal."""
    table = Table("student", "score", "of", "status", "look at", title=view.section)
    for s in view.students:
        lost = [
            f"{v.name} {points(v.score)}/{v.points:g}" for v in s.verdicts if v.earned < v.points
        ]
        look = "; ".join(s.remarks[:1]) if s.status == "no answers" else ", ".join(lost[:4])
        more = f" and {len(lost) - 4} more" if s.status != "no answers" and len(lost) > 4 else ""
        table.add_row(s.id, f"{s.score:g}", f"{s.max_score:g}", s.status, escape(look + more))
    return table
