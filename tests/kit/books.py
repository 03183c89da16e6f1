"""What a gradebook says, wherever it is, and what receipts say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from nbjudge.classroom.folder import Folder
from nbjudge.gradebook.gradebook import DIGITS


def contents(url: str) -> dict[tuple[str, ...], tuple[Any, ...]]:
    """Scores and comments of a gradebook by student, section and cell."""
    found: dict[tuple[str, ...], tuple[Any, ...]] = {}
    with Gradebook(url) as book:
        for section in book.assignments:
            for work in section.submissions:
                of = (work.student.id, section.name)
                found[of] = (round(work.score, DIGITS), work.needs_manual_grade)
                (notebook,) = work.notebooks
                for g in notebook.grades:
                    found[*of, "score", g.name] = (
                        g.auto_score,
                        g.manual_score,
                        g.max_score,
                        g.needs_manual_grade,
                    )
                for c in notebook.comments:
                    found[*of, "comment", c.name] = (c.auto_comment, c.manual_comment)
    return found


def scores(folder: Path, section: str) -> dict[str, float]:
    """Scores of a section by the receipts of a folder."""
    return {name: form["score"] for name, form in Folder(folder).receipts(section).items()}
