"""Generates ``release/`` and ``solutions/`` from ``source/``, byte for byte the same every time."""

from __future__ import annotations

import hashlib
import json
import math
import os
import subprocess
from pathlib import Path

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbformat import NotebookNode

from nbjudge.confine.stage import Stage, staged
from nbjudge.confine.threads import THREADS
from nbjudge.confine.usage import family, seconds_of
from nbjudge.course.sections import Section, solution_path, source_notebook
from nbjudge.errors import SolutionError
from nbjudge.gradebook.converters import generate
from nbjudge.gradebook.gradebook import Gradebook
from nbjudge.notebook import cells
from nbjudge.notebook.regions import split_hidden, without_solution_marks


def release(book: Gradebook, section: Section) -> Path:
    """Generate the notebook that students get. Returns its path."""
    generate(book, section, section.course.release)
    return section.course.release / section.name / section.file


def solve(section: Section) -> Path:
    """Execute the model solution and write it with its pictures. Returns its path."""
    path = solution_path(section)
    path.parent.mkdir(parents=True, exist_ok=True)
    with staged(section.course.layer) as stage:
        notebook = execute(solution(section), stage)
    notebook.metadata.made_from = ingredients(section)
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    return path


def up_to_date(section: Section) -> bool:
    """Whether the written solution was made from the sources and helpers that are here now."""
    path = solution_path(section)
    if not path.exists():
        return False
    written = json.loads(path.read_text(encoding="utf-8"))
    return bool(written["metadata"].get("made_from") == ingredients(section))


def ingredients(section: Section) -> str:
    """A hash of all that a solution's outputs depend on, but for the packages."""
    digest = hashlib.sha256(nbformat.writes(solution(section)).encode())
    for path in sorted(section.course.layer.files()):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def solution(section: Section) -> NotebookNode:
    """The source notebook as it is read after the deadline: answers in it, hidden tests not."""
    notebook = source_notebook(section)
    for cell in notebook.cells:
        cell.source = without_solution_marks(cell.source).rstrip()
        if cells.is_test(cell):
            cell.source = split_hidden(cell.source)[0].rstrip()
        cell.metadata.pop("nbgrader", None)
    return notebook


def execute(notebook: NotebookNode, stage: Stage) -> NotebookNode:
    """Run a notebook from the top, single-threaded and with widgets drawn once.

    How long its processor was busy is noted, in minutes that were begun. Raises ``SolutionError``
    naming the first cell that raised.
    """
    path = os.pathsep.join(filter(None, [str(stage.layer), os.environ.get("PYTHONPATH", "")]))
    environment = {
        **os.environ,
        **dict.fromkeys(THREADS, "1"),
        "NBGRADER_EXECUTION": "validate",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": path,  # what students have of the course, and nothing else
    }
    scratch = stage.folder / "solution"
    scratch.mkdir()
    manager = AsyncKernelManager(transport="ipc", ip=str(stage.folder / "solution-kernel"))
    client = NotebookClient(
        notebook,
        km=manager,
        timeout=300,
        allow_errors=True,
        record_timing=False,
        coalesce_streams=True,
        store_widget_state=False,
        resources={"metadata": {"path": str(scratch)}},
    )

    def note_time(notebook: NotebookNode) -> None:
        kernel = family(getattr(manager.provisioner, "pid", 0))
        seconds = sum(seconds_of(process) for process in kernel)
        notebook.metadata.processor_minutes = math.ceil(seconds / 60)

    client.on_notebook_complete = note_time  # while the kernel is still there to be seen
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    client.execute(env=environment, **quiet)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                raise SolutionError(f"cell {cell.id}: {output.ename}: {output.evalue}")
    notebook.metadata.language_info = {"name": "python"}
    return notebook
