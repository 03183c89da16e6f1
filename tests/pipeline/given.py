"""A class with a key and work that are given, and what its gradebook says, wherever that is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from pipeline.classes import SECTION

from helpers.grading.converters import DIGITS
from helpers.grading.folder import Folder


def hand_in(folder: Path, key: str, work: dict[str, str], section: str = SECTION.name) -> Path:
    """A class's folder with these submissions, which are asked the probes that this key gives."""
    (folder / ".course").mkdir(parents=True, exist_ok=True)
    (folder / ".course" / "key").write_text(key)
    for student, content in work.items():
        path = folder / "submitted" / student / section / f"{section}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(content, encoding="utf-8")
    return folder


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
                    found[*of, "score", g.name] = (g.auto_score, g.manual_score, g.max_score,
                                                   g.needs_manual_grade)  # fmt: skip
                for c in notebook.comments:
                    found[*of, "comment", c.name] = (c.auto_comment, c.manual_comment)
    return found


def scores(folder: Path, section: str) -> dict[str, float]:
    """Scores of a section by the receipts of a folder."""
    return {name: form["score"] for name, form in Folder(folder).receipts(section).items()}
