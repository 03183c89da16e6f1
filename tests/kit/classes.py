"""A small class on bare notebooks of section 02, and what is to be seen of it after a run."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import psutil
import pytest
from nbgrader.api import Gradebook

from tests.kit.course import find
from tests.kit.grader import SCRIPT, Ending
from tests.kit.level import level
from tests.kit.submissions import bare, fill, model_answers, released, text

SECTION = find("02")
KEY = "5a" * 32  # of classes that are compared
GRADE = ("autograde", "02", "--isolation", level(), "-C")
WRONG = "def bernoulli_mle(x):\n    return 0.5"
SENTENCES = 3  # more lines than that on standard error are a traceback
KEPT = (
    "submitted",
    "autograded",
    "feedback",
    ".course/results",
    ".course/receipts",
    ".course/collected",
)

minutes = pytest.mark.skipif(
    os.environ.get("HOSTILE") != "all", reason="takes minutes; make hostile tries it"
)


def with_answers(changed: dict[str, str]) -> str:
    """A submission with the model answers, but for those changed."""
    return text(bare(fill({**model_answers(SECTION), **changed}, SECTION)))


def half() -> str:
    """A submission with every other answer."""
    return text(bare(fill(dict(sorted(model_answers(SECTION).items())[::2]), SECTION)))


def everyone() -> dict[str, str]:
    """The work of a class: right, untouched, no notebook, half done, and the same twice."""
    untouched = text(bare(released(SECTION)))
    return {
        "ada": with_answers({}),
        "bob": untouched,
        "carl": "roses are red",
        "dora": half(),
        "same as bob": untouched,
    }


def hand_in(
    folder: Path, work: dict[str, str] | None = None, section: str = SECTION.name, key: str = ""
) -> Path:
    """A class's folder with everyone's work, which the probes of a ``key`` are for if there is one.

    One file has a name of its student's own.
    """
    for student, content in (everyone() if work is None else work).items():
        target = folder / "submitted" / student / section
        target.mkdir(parents=True)
        name = "my work.ipynb" if student == "dora" else f"{section}.ipynb"
        (target / name).write_text(content, encoding="utf-8")
    if key:
        (folder / ".course").mkdir(exist_ok=True)
        (folder / ".course" / "key").write_text(key)
    return folder


def hand_in_again(folder: Path, student: str) -> None:
    """Another file of a student's, with a wrong answer in it."""
    path = folder / "submitted" / student / SECTION.name / SECTION.source.name
    path.write_text(with_answers({"bernoulli_mle": WRONG}), encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """Bytes of every file but the gradebook and the lock, by path."""
    found = [path for name in KEPT for path in (folder / name).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def rows(folder: Path) -> dict[str, int]:
    """Number of rows of every table of the gradebook."""
    with closing(sqlite3.connect(folder / "gradebook.db")) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: database.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0]
            for (name,) in tables
        }


def gradebook(folder: Path) -> dict[str, Any]:
    """Cells, scores and comments of the gradebook, by what they are of."""
    found: dict[str, Any] = {}
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
        notebooks = [notebook for section in book.assignments for notebook in section.notebooks]
        for notebook in notebooks:
            cells = [*notebook.grade_cells, *notebook.solution_cells, *notebook.source_cells]
            for cell in cells:
                found[f"{notebook.name} {type(cell).__name__} {cell.name}"] = plain(cell.to_dict())
            for work in notebook.submissions:
                of = f"{work.student.id} {notebook.name}"
                found[of] = [work.score, work.max_score, work.needs_manual_grade]
                for grade in work.grades:
                    found[f"{of} score of {grade.name}"] = plain(grade.to_dict())
                for comment in work.comments:
                    found[f"{of} comment on {comment.name}"] = plain(comment.to_dict())
    return found


def plain(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields without what is made at random."""
    return {name: value for name, value in fields.items() if name not in ("id", "timestamp")}


def state(folder: Path) -> dict[str, Any]:
    """All of it."""
    return {"files": files(folder), "rows": rows(folder), "gradebook": gradebook(folder)}


def done(ending: Ending) -> Ending:
    """The ending, which must be a good one."""
    assert ending.code == 0, ending
    return ending


def refused(ending: Ending, *said: str) -> None:
    """The run ended with exit code 2 and one sentence that has all this in it."""
    assert ending.code == 2, ending
    assert "Traceback" not in ending.err
    assert [words for words in said if words not in ending.err] == []
    assert len(ending.err.strip().splitlines()) <= SENTENCES


def same(folder: Path, other: Path) -> bool:
    """Whether two classes were graded alike, to the byte."""
    ours, theirs = state(folder), state(other)
    for kind, found in ours.items():
        differing = {
            name for name in {**found, **theirs[kind]} if found.get(name) != theirs[kind].get(name)
        }
        assert not differing, (kind, differing)
    return True


def left_behind(temporary: Path) -> list[str]:
    """Processes that still work for a run in ``temporary``."""
    found = []
    for process in psutil.process_iter():
        try:
            words = [*process.cmdline(), process.environ().get("TMPDIR", "")]
        except psutil.Error:
            continue
        if any(f"{temporary}/course-" in word for word in words) and SCRIPT not in words:
            found.append(" ".join(words))
    return found
