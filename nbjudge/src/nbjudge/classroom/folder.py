"""The folder in which a class is graded, and what is kept there between two runs.

``submitted``, ``autograded``, ``feedback`` and ``gradebook.db`` are nbgrader's. Ours are ``report``
and a hidden ``.course``: the key, finished executions by content, and receipts.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

from nbjudge.classroom.files import clear_parts, install, read_form, write, written
from nbjudge.errors import FolderError
from nbjudge.pool.graded import Graded, Receipt, read_graded

KEY = re.compile(rb"[0-9a-f]{64}\s*")


@dataclass(frozen=True)
class Folder:
    """A class's folder, and the URL of its gradebook if that was given by name."""

    path: Path
    db_url: str = ""

    @property
    def state(self) -> Path:
        return self.path / ".course"

    @property
    def gradebook(self) -> Path:
        return self.path / "gradebook.db"

    def submission_folders(self, section: str, stage: str = "submitted") -> list[Path]:
        """``<stage>/<student>/<section>`` of every student who has one."""
        return sorted(p for p in self.path.glob(f"{stage}/*/{section}") if p.is_dir())

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other graders out; whoever dies lets go. Raises ``FolderError`` if one is here."""
        self.state.mkdir(parents=True, exist_ok=True)
        with (self.state / "lock").open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise FolderError(
                    f"Another course autograde is at work in {self.path}. Wait until "
                    "it has ended, or end it."
                ) from error
            yield

    def clear_parts(self) -> None:
        """Remove the unfinished files of processes that are dead."""
        clear_parts([*self.state.rglob("*.part*"), *self.path.glob("submitted/*/.*.part")])

    def key(self) -> bytes:
        """The course key, made at first use; whoever has it can foresee every probe.

        Raises ``FolderError`` if the file holds anything else.
        """
        path = self.state / "key"
        if not path.exists():
            install(written(self.state, secrets.token_hex(32), 0o600), path)
        key = path.read_bytes()
        if not KEY.fullmatch(key):
            raise FolderError(
                f"{path} is no course key, which is 64 hexadecimal digits. Put a backup in its "
                "place; or remove it: then all submissions are executed again, on other probes."
            )
        return key.strip()

    def origin(self, section: str, student: str) -> str:
        """What the student called the file that was collected, or an empty string."""
        return self.origins(section).get(student, "")

    def origins(self, section: str) -> dict[str, str]:
        """Names under which files were handed in, by student."""
        path = self.state / "collected" / f"{section}.json"
        return read_form(path, names, "course collect writes it again") or {}

    def save_origins(self, section: str, names: dict[str, str]) -> None:
        text = json.dumps({**self.origins(section), **names}, indent=1, sort_keys=True)
        write(self.state / "collected" / f"{section}.json", text + "\n")

    def receipt_path(self, section: str, student: str) -> Path:
        return self.state / "receipts" / section / f"{student}.json"

    def save_receipt(self, student: str, graded: Graded) -> None:
        text = json.dumps(graded.receipt(), indent=1, sort_keys=True, ensure_ascii=False)
        write(self.receipt_path(graded.section, student), text + "\n")

    def receipt(self, section: str, student: str) -> Receipt | None:
        """A student's receipt; None if there is none, or a damaged one."""
        path = self.receipt_path(section, student)
        return read_form(path, complete, "course autograde writes it again")

    def receipts(self, section: str) -> dict[str, Receipt]:
        """Receipts of a section by student."""
        paths = sorted((self.state / "receipts" / section).glob("*.json"))
        found = {path.stem: self.receipt(section, path.stem) for path in paths}
        return {student: receipt for student, receipt in found.items() if receipt}

    def save_defects(self, student: str, graded: Graded) -> None:
        """Keep the tracebacks of faults of ours, each in a file that says whose grading it hit.

        Those of a student's earlier gradings are removed.
        """
        place = self.state / "defects" / graded.section
        for path in place.glob("*.txt"):
            if path.stem.rpartition("-")[0] == student:
                path.unlink(missing_ok=True)
        for name, traceback in graded.defects.items():
            write(place / f"{student}-{name}.txt", traceback)


def names(form: dict[str, str]) -> dict[str, str]:
    """Names of files by student. Raises what Python raises if it is anything else."""
    return {student: str(name) for student, name in form.items()}


def complete(receipt: Receipt) -> Receipt:
    """The receipt, if it holds what is read of one. Raises ``KeyError`` or ``TypeError`` if not."""
    read_graded(receipt, nbformat.v4.new_notebook())
    return receipt
