"""Otter-Grader's local run of the same notebooks, in an environment of its own.

It grades by tests of its own kind, in one process with the student's code, with no sandbox. Here it
gets one that asks nothing, so what it costs is the run. (https://otter-grader.readthedocs.io)
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sysconfig
import venv
import zipfile
from pathlib import Path
from time import perf_counter

import nbformat
from nbformat import NotebookNode

from tests.kit.course import ROOT

TEST = """OK_FORMAT = True
test = {"name": "nothing", "points": 1, "suites": [{
    "cases": [{"code": ">>> True\\nTrue", "hidden": False, "locked": False}],
    "scored": True, "setup": "", "teardown": "", "type": "doctest"}]}"""


def seconds_each(notebooks: list[NotebookNode], folder: Path) -> float | None:
    """Seconds of one run at a time, on average; None where it cannot be installed."""
    venv.create(folder / "venv", with_pip=True)
    there = folder / "venv" / "bin"
    install = [there / "python", "-m", "pip", "install", "--quiet", "otter-grader"]
    if subprocess.run(install, capture_output=True, check=False).returncode:
        return None
    with zipfile.ZipFile(folder / "autograder.zip", "w") as autograder:
        autograder.writestr("otter_config.json", '{"lang": "python", "log_server": false}')
        autograder.writestr("tests/nothing.py", TEST)
    packages = [str(ROOT), sysconfig.get_path("purelib")]  # the course's own, for its notebooks
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(packages)}
    return statistics.mean(_seconds(there / "otter", n, folder, environment) for n in notebooks)


def _seconds(
    otter: Path, notebook: NotebookNode, folder: Path, environment: dict[str, str]
) -> float:
    nbformat.write(notebook, folder / "submission.ipynb")
    words = [otter, "run", "-a", "autograder.zip", "-o", ".", "submission.ipynb"]
    began = perf_counter()
    subprocess.run(words, cwd=folder, env=environment, capture_output=True, check=True)
    return perf_counter() - began
