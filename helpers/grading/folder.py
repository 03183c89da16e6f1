"""The folder in which a class is graded, and what is kept there between two runs.

``submitted``, ``autograded``, ``feedback`` and ``gradebook.db`` are nbgrader's. Ours are ``report``
and a hidden ``.course``: the key, finished executions by content, and receipts.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from helpers.grading import cells
from helpers.grading.grade import Graded, draw_seed, grade, read_graded, versions
from helpers.grading.verdict import Verdict


@dataclass(frozen=True)
class Folder:
    """A class's folder."""

    path: Path

    @property
    def state(self) -> Path:
        return self.path / ".course"

    def submission_folders(self, section: str) -> list[Path]:
        """``submitted/<student>/<section>`` of every student who handed something in."""
        return sorted(p for p in self.path.glob(f"submitted/*/{section}") if p.is_dir())

    def key(self) -> bytes:
        """The course key, made at first use; whoever has it can foresee every probe."""
        path = self.state / "key"
        if not path.exists():
            write(path, secrets.token_hex(32))
            path.chmod(0o600)
        return path.read_bytes().strip()

    def graded(self, section: str, notebook: NotebookNode, isolation: str) -> tuple[Graded, bool]:
        """The grading of a clean notebook, found or made, and whether it was found."""
        submission = cells.content_hash(notebook)
        seed = draw_seed(self.key(), section, submission)
        name = f"{submission[:16]}-{seed[:8]}-{versions()['tests']}-{isolation}.json"
        path = self.state / "results" / name
        found = self._found(path)
        if found is None:
            found = grade(notebook, section, seed, isolation)
            write(path, json.dumps({"receipt": found.receipt(), "notebook": found.notebook}))
            return found, False
        found.remarks = list(notebook.metadata.course.remarks)  # of this file, not of its twin
        return found, True

    def _found(self, path: Path) -> Graded | None:
        try:
            form = json.loads(path.read_text(encoding="utf-8"))
            return read_graded(form["receipt"], nbformat.from_dict(form["notebook"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def origin(self, section: str, student: str) -> str:
        """What the student called the file that was collected, or an empty string."""
        return self.origins(section).get(student, "")

    def origins(self, section: str) -> dict[str, str]:
        """Names under which files were handed in, by student."""
        path = self.state / "collected" / f"{section}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def save_origins(self, section: str, names: dict[str, str]) -> None:
        text = json.dumps({**self.origins(section), **names}, indent=1, sort_keys=True)
        write(self.state / "collected" / f"{section}.json", text + "\n")

    def receipt_path(self, section: str, student: str) -> Path:
        return self.state / "receipts" / section / f"{student}.json"

    def save_receipt(self, student: str, graded: Graded) -> None:
        text = json.dumps(graded.receipt(), indent=1, sort_keys=True, ensure_ascii=False)
        write(self.receipt_path(graded.section, student), text + "\n")

    def receipts(self, section: str) -> dict[str, dict[str, Any]]:
        """Receipts of a section by student."""
        paths = sorted((self.state / "receipts" / section).glob("*.json"))
        return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def by_test_cell(verdicts: list[Verdict]) -> dict[str, Verdict]:
    """Verdicts by the grade_id of their test cell."""
    return {f"test_{verdict.name}": verdict for verdict in verdicts}
