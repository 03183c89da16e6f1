"""What earlier runs have entered: a submission that is graded as it was is not written again."""

from __future__ import annotations

import json
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    SubmittedAssignment,
    SubmittedNotebook,
)

from nbjudge.classroom.folder import Folder
from nbjudge.course.sections import Section
from nbjudge.gradebook.gradebook import Gradebook
from nbjudge.pool.graded import Graded, Receipt

Scores = dict[str, float | None]  # by test cell


def automatic_scores(book: Gradebook, section: Section) -> dict[str, Scores]:
    """The gradebook's automatic scores by student and cell.

    Where a section has a due date there are none: what is late costs what it does today.
    """
    found: dict[str, Scores] = {}
    with book.session() as api:
        rows = (
            api.db.query(SubmittedAssignment.student_id, BaseCell.name, Grade.auto_score)
            .select_from(Grade)
            .join(BaseCell, Grade.cell_id == BaseCell.id)
            .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
            .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .filter(Assignment.name == section.name, Assignment.duedate.is_(None))
        )
        for student, cell, score in rows:
            found.setdefault(student, {})[cell] = score
    return found


def is_entered(
    folder: Folder, student: str, graded: Graded, before: Receipt | None, scores: Scores
) -> bool:
    """Whether gradebook, autograded notebook and receipt hold this grading, as it would be written.

    ``before`` is the receipt that is there, and ``scores`` are those of the gradebook.
    """
    receipt = json.loads(json.dumps(graded.receipt()))
    verdicts = receipt["verdicts"]
    return (
        receipt == before
        and all(scores.get(f"test_{form['name']}") == form["score"] for form in verdicts)
        and verdicts == shown(folder, graded.section, student)
    )


def shown(folder: Folder, section: str, student: str) -> list[Any]:
    """The verdicts that the autograded notebook carries for the feedback; none if it is damaged."""
    path = folder.path / "autograded" / student / section / f"{section}.ipynb"
    try:
        form = json.loads(path.read_text(encoding="utf-8"))
        return list(form["metadata"]["course"]["verdicts"])
    except (OSError, ValueError, KeyError, TypeError):
        return []
