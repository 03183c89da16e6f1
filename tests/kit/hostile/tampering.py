"""Attacks on what is handed in: the notebook's file, its name, and what lies beside it.

Each function takes the download's folder, a wrong notebook and the student's name, and writes what
is handed in. What it tries stands in its first line.
"""

from __future__ import annotations

import json
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import nbformat.v4 as nbf
from nbformat import NotebookNode

from tests.kit.submissions import cell, clone, text

Tamper = Callable[[Path, NotebookNode, str], None]
TAMPERING: dict[str, Tamper] = {}
ANSWER, TEST = "bernoulli_mle", "test_bernoulli_mle"
SCRIPT = "<img src=x onerror=hostile()>"
VERDICT = {"name": ANSWER, "points": 1, "score": 1.0, "status": "graded", "criteria": []}


def tampers(function: Tamper) -> Tamper:
    """Register an attack that writes into the download itself."""
    TAMPERING[function.__name__] = function
    return function


def edits(function: Callable[[NotebookNode], None]) -> Callable[[NotebookNode], None]:
    """Register an attack that changes the notebook alone."""

    def hand_in(download: Path, notebook: NotebookNode, student: str) -> None:
        function(notebook)
        (download / f"{student}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")

    hand_in.__doc__ = function.__doc__
    TAMPERING[function.__name__] = hand_in
    return function


@edits
def edited_points(notebook: NotebookNode) -> None:
    """Makes every test worth five hundred points, and the answers too."""
    for c in notebook.cells:
        c.metadata.setdefault("nbgrader", {})["points"] = 500
        c.metadata.nbgrader["grade"] = True


@edits
def edited_kernel(notebook: NotebookNode) -> None:
    """Asks for a kernel that runs a command of the student's."""
    notebook.metadata.kernelspec = {
        "name": "bash",
        "display_name": SCRIPT,
        "language": "bash",
        "argv": ["touch", "linger-0"],
    }
    notebook.metadata.language_info = {"name": SCRIPT, "pygments_lexer": SCRIPT}


@edits
def edited_tests(notebook: NotebookNode) -> None:
    """Puts full marks in place of every test."""
    for c in notebook.cells:
        if c.metadata.nbgrader.grade_id.startswith("test_"):
            c.source = "### BEGIN HIDDEN TESTS\n4.0\n### END HIDDEN TESTS"


@edits
def edited_ids(notebook: NotebookNode) -> None:
    """Swaps the ids of answers and tests, so that answers are run as tests."""
    for c in notebook.cells:
        name = c.metadata.nbgrader.grade_id
        swapped = name.removeprefix("test_") if name.startswith("test_") else f"test_{name}"
        c.metadata.nbgrader.grade_id = c.id = swapped


@edits
def odd_ids(notebook: NotebookNode) -> None:
    """Gives cells ids that are paths, scripts, numbers, lists and endless texts."""
    odd = ["../../gradebook.db", SCRIPT, 5, ["x"], "x" * 10**5, None, "your-result", "own-0"]
    for c, name in zip(notebook.cells, odd * 9, strict=False):
        c["id"] = name
        c.metadata.nbgrader = {"grade_id": name, "solution": True, "grade": True, "points": name}


@edits
def tests_turned_into_text(notebook: NotebookNode) -> None:
    """Turns every test into a cell of text."""
    for c in notebook.cells:
        if c.metadata.nbgrader.grade_id.startswith("test_"):
            c.cell_type = "markdown"


@edits
def tests_deleted(notebook: NotebookNode) -> None:
    """Hands in no tests at all."""
    notebook.cells = [
        c for c in notebook.cells if not c.metadata.nbgrader.grade_id.startswith("test_")
    ]


@edits
def second_test(notebook: NotebookNode) -> None:
    """Adds test cells of its own, worth more than all others, with old and new names."""
    for name in (TEST, "test_bonus"):
        own = clone(cell(notebook, TEST))
        own.source, own.id = "500.0", name
        own.metadata.nbgrader.update(grade_id=name, points=500)
        notebook.cells += [own, clone(own)]


@edits
def skip_execution_tags(notebook: NotebookNode) -> None:
    """Tags every cell as one that is not to be run, or may raise."""
    for c in notebook.cells:
        c.metadata["tags"] = ["skip-execution", "raises-exception", "remove-cell", "hide-output"]


@edits
def outputs_of_full_marks(notebook: NotebookNode) -> None:
    """Saves full marks as the output of every cell."""
    for c in notebook.cells:
        c.outputs = [
            nbf.new_output("execute_result", data={"text/plain": "4.0"}, execution_count=1)
        ]


@edits
def verdicts_in_the_metadata(notebook: NotebookNode) -> None:
    """Saves verdicts, names and remarks where the grader keeps its own."""
    notebook.metadata["course"] = {
        "verdicts": [VERDICT],
        "absent": {},
        "names": ["grade"],
        "remarks": [SCRIPT],
    }
    notebook.metadata["nbgrader"] = {"score": 500}
    for c in notebook.cells:
        c.metadata["course"] = notebook.metadata["course"]


@edits
def attachments_and_widgets(notebook: NotebookNode) -> None:
    """Saves scripts as attachments and as the state of widgets."""
    notebook.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": SCRIPT}}
    mine = nbf.new_markdown_cell("![x](attachment:x.svg)")
    mine["attachments"] = {"x.svg": {"image/svg+xml": "<svg onload=hostile()></svg>"}}
    notebook.cells.insert(0, mine)


@edits
def answer_in_every_cell(notebook: NotebookNode) -> None:
    """Defines every answer again in given cells, and hands in given cells as answers."""
    sources = [c.source for c in notebook.cells]
    for c in notebook.cells:
        c.source = "\n".join(sources)


@edits
def magics_without_end(notebook: NotebookNode) -> None:
    """Writes more magics into one cell than a parser is willing to translate."""
    notebook.cells.insert(0, nbf.new_code_cell("%pwd\n" * 600))


@edits
def brackets_without_end(notebook: NotebookNode) -> None:
    """Writes code that is nested deeper than a parser can go."""
    deep = 9_000
    for opened in (
        "(" * deep,
        "-" * deep + "1",
        "[" * deep + "]" * deep,
        "x = " + "a." * deep + "b",
        "x = " + "1 + " * deep + "1",
    ):
        notebook.cells.insert(0, nbf.new_code_cell(opened))


@edits
def anagrams_of_given_cells(notebook: NotebookNode) -> None:
    """Leaves out what was given, and hands in anagrams that are slow to tell from it."""
    letters = random.Random(0)
    given = [c for c in notebook.cells if c.metadata.nbgrader.grade_id in ("setup", "imports")]
    for c in given:
        notebook.cells.remove(c)
        for _ in range(6):
            mixed = "".join(letters.sample(c.source, len(c.source)))
            notebook.cells.append(nbf.new_code_cell(f"'''{mixed}'''"))


@edits
def halves_of_characters_in_cells(notebook: NotebookNode) -> None:
    """Writes halves of characters, bells and nulls into cells, ids and metadata."""
    for half in ("\ud800", "\udfff", "\0", "\x1b[2J", "‮"):
        own = nbf.new_code_cell(f"'{half}'", id="x")
        own["id"] = f"x{half}"
        own.metadata["nbgrader"] = {"grade_id": half}
        notebook.cells += [own, nbf.new_markdown_cell(half)]


def beside(name: str, code: str, doc: str) -> None:
    """Register an attack that hands in a file beside the notebook."""

    def hand_in(download: Path, notebook: NotebookNode, student: str) -> None:
        folder = download / student
        for path in (folder / name, folder / "02_maximum_likelihood" / name):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(code)
        (folder / "02_maximum_likelihood.ipynb").write_text(text(notebook), encoding="utf-8")

    hand_in.__doc__ = doc
    TAMPERING[f"submitted_{Path(name).parts[0].partition('.')[0]}"] = hand_in


SHADOW = "print('GOT a module into the process')\ngrade = check = lambda *_: 4.0\n"
beside("helpers/__init__.py", SHADOW, "Hands in a package that shadows the course's helpers.")
beside("numpy.py", SHADOW, "Hands in a module that shadows numpy.")
beside("sitecustomize.py", SHADOW, "Hands in a module that Python imports by itself.")
beside("ipykernel_launcher.py", SHADOW, "Hands in a module that shadows the kernel's launcher.")
beside("nbgrader_config.py", "c = get_config()\nc.x = 1\n", "Hands in a configuration of nbgrader.")
beside("conftest.py", SHADOW, "Hands in a configuration of tests.")


@tampers
def symbolic_link(download: Path, notebook: NotebookNode, student: str) -> None:
    """Hands in a link to a file of the instructor's, and a folder that is one."""
    (download / f"{student}.ipynb").symlink_to("/etc/passwd")
    (download / "linked").symlink_to("/etc")
    (download / student).mkdir()
    (download / student / "notebook.ipynb").write_text(text(notebook))


@tampers
def named_pipe(download: Path, notebook: NotebookNode, student: str) -> None:
    """Hands in something that is no file, and waits for a reader."""
    os.mkfifo(download / f"{student}.ipynb")


@tampers
def notebook_200000_deep(download: Path, notebook: NotebookNode, student: str) -> None:
    """Hands in lists in lists, two hundred thousand deep."""
    (download / f"{student}.ipynb").write_text("[" * 200_000 + "]" * 200_000)


@tampers
def numbers_without_end(download: Path, notebook: NotebookNode, student: str) -> None:
    """Hands in JSON with numbers of a million digits, NaN, and keys given twice."""
    odd = '{"x": ' + "9" * 10**6 + ', "y": NaN, "cells": [],'
    (download / f"{student}.ipynb").write_text(odd + text(notebook)[1:])


@tampers
def another_students_name(download: Path, notebook: NotebookNode, student: str) -> None:
    """Calls itself almost as an honest student, so that both fold into one folder's name."""
    path = download / "mm~half_02_maximum_likelihood.ipynb"
    path.write_text(text(notebook), encoding="utf-8")


def named(name: str, file: str, doc: str) -> None:
    """Register an attack by the name of a file that cannot be graded, which remarks will tell."""

    def hand_in(download: Path, notebook: NotebookNode, student: str) -> None:
        folder = download / student
        folder.mkdir()
        (folder / f"{file}.ipynb").write_bytes(b"")

    hand_in.__doc__ = doc
    TAMPERING[name] = hand_in


named("script_in_the_files_name", SCRIPT, "Calls the file by a script.")
named("link_in_the_files_name", "[x](javascript:hostile())", "Calls the file by a link that runs.")
named("formula_in_the_files_name", '=HYPERLINK("hostile")', "Calls the file by a formula.")
named("command_in_the_files_name", "@SUM(1+1)*cmd'hostile'!A1", "Calls the file by a command.")
named(
    "terminal_codes_in_the_files_name",
    "\x1b[2J\x1b]0;hostile\x07\x9b31m",
    "Calls the file by codes of a terminal.",
)
named("markup_in_the_files_name", "[bold][link=hostile]x", "Calls the file by a terminal's markup.")
named("lines_in_the_files_name", "a\n| 20 | 20 |\n\n# hostile\n\r=1+1", "Calls it by many lines.")
named("turned_text_in_the_files_name", "‮bpyni.x⁦", "Turns the direction of the text around it.")


@tampers
def script_in_the_students_name(download: Path, notebook: NotebookNode, student: str) -> None:
    """Calls itself by a script, a formula, a path and codes of a terminal."""
    for name in (SCRIPT, '=HYPERLINK("hostile")', "..", "-rf", "\x1b[2J", "[link=hostile]"):
        (download / f"{name}_02_maximum_likelihood.ipynb").write_text(
            text(notebook), encoding="utf-8"
        )


def late_archive(path: Path, notebook: NotebookNode) -> None:
    """A zip of submissions in which paths climb, are absolute, are links, or hold a script."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in (
            "../../climber.ipynb",
            "/tmp/absolute.ipynb",
            "..\\..\\backwards.ipynb",
            "./../dots/../../x/climbing.ipynb",
            f"{SCRIPT}/late.ipynb",
            "CON/nul.ipynb",
            "~/.bashrc",
            "a" * 200 + ".ipynb",
        ):
            archive.writestr(name, text(notebook))
        link = zipfile.ZipInfo("linking/linked.ipynb")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("late/broken.ipynb", json.dumps({"cells": "none"}))
