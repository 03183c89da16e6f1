"""Generates ``release/`` and ``solutions/`` from ``source/``, byte for byte the same every time."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbformat import NotebookNode

from nbjudge.notebook import cells
from nbjudge.gradebook.converters import generate
from nbjudge.classroom.folder import Folder
from nbjudge.notebook.regions import split_hidden
from nbjudge.notebook.regions import SOLUTION_MARKS
from nbjudge.course.sections import ROOT, Section, source_notebook
from nbjudge.confine.stage import stage


class SolutionError(Exception):
    """A cell of a model solution raised."""


def release(folder: Folder, section: Section, root: Path = ROOT) -> Path:
    """Generate the notebook that students get. Returns its path."""
    generate(folder, section, root / "release")
    return root / "release" / section.name / section.source.name


def solve(section: Section, root: Path = ROOT) -> Path:
    """Execute the model solution and write it with its pictures. Returns its path."""
    path = root / "solutions" / section.name / section.source.name
    path.parent.mkdir(parents=True, exist_ok=True)
    notebook = execute(solution(section))
    notebook.metadata.made_from = ingredients(section)
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    return path


def up_to_date(section: Section, root: Path = ROOT) -> bool:
    """Whether the written solution was made from the sources and helpers that are here now."""
    path = root / "solutions" / section.name / section.source.name
    if not path.exists():
        return False
    written = nbformat.read(path, as_version=4)
    return written.metadata.get("made_from") == ingredients(section)


def ingredients(section: Section) -> str:
    """A hash of all that a solution's outputs depend on, but for the packages."""
    digest = hashlib.sha256(nbformat.writes(solution(section)).encode())
    for path in sorted((stage() / "layer").rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def solution(section: Section) -> NotebookNode:
    """The source notebook as it is read after the deadline: answers in it, hidden tests not."""
    notebook = source_notebook(section)
    for cell in notebook.cells:
        cell.source = SOLUTION_MARKS.sub("", cell.source).rstrip()
        if cells.is_test(cell):
            cell.source = split_hidden(cell.source)[0].rstrip()
        cell.metadata.pop("nbgrader", None)
    return notebook


def execute(notebook: NotebookNode) -> NotebookNode:
    """Run a notebook from the top, single-threaded and with widgets drawn once.

    Raises ``SolutionError`` naming the first cell that raised.
    """
    environment = {**os.environ, "NBGRADER_EXECUTION": "validate", "PYTHONHASHSEED": "0"}
    scratch = stage() / "solution"
    scratch.mkdir(exist_ok=True)
    manager = AsyncKernelManager(transport="ipc", ip=str(stage() / "solution-kernel"))
    client = NotebookClient(
        notebook, km=manager, timeout=300, allow_errors=True, record_timing=False,
        coalesce_streams=True, store_widget_state=False,
        resources={"metadata": {"path": str(scratch)}},
    )  # fmt: skip
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    client.execute(env=environment, **quiet)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                raise SolutionError(f"cell {cell.id}: {output.ename}: {output.evalue}")
    notebook.metadata.language_info = {"name": "python"}
    shutil.rmtree(scratch, ignore_errors=True)
    return notebook
