"""What programs do to a notebook when they save, convert and send it, and files that are none."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import nbformat.v4 as nbf
from nbformat import NotebookNode

from tests.kit.accidents.cells import section_of
from tests.kit.accidents.registry import exercises_of, register
from tests.kit.submissions import cell, clone, released, text

Save = Callable[[NotebookNode], NotebookNode | bytes]
HALF = 4  # answers before the place where a file is cut


def to_the_file(says: str = "", **more: object) -> Callable[[Save], Save]:
    """Register an accident to a whole file."""

    def found(save: Save) -> Save:
        def befall(notebook: NotebookNode, answer: str) -> NotebookNode | bytes:
            return save(notebook)

        befall.__name__, befall.__doc__ = save.__name__, save.__doc__
        register("saves", befall, says=says, **more)
        return save

    return found


def form(notebook: NotebookNode) -> dict[str, Any]:
    """The notebook as plain JSON."""
    return json.loads(text(notebook))


def data(made: Any) -> bytes:
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


@to_the_file()
def colab_save(notebook: NotebookNode) -> bytes:
    """Colab saved it: a badge on top, ids of its own, and widget state in a shape of its own."""
    made = form(notebook)
    badge = '<a href="https://colab.research.google.com/x"><img alt="Open In Colab"/></a>'
    first = {"cell_type": "markdown", "metadata": {"id": "view-in-github"}, "source": [badge]}
    for number, c in enumerate(made["cells"]):
        c["metadata"]["id"] = f"aB{number}"
        if c["cell_type"] == "code":
            c["metadata"]["outputId"] = f"out{number}"
    made["cells"].insert(0, first)
    made["metadata"]["colab"] = {"provenance": [], "include_colab_link": True}
    made["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"a": {}}}
    return data(made)


@to_the_file()
def vs_code_save(notebook: NotebookNode) -> bytes:
    """VS Code saved it: new random ids, languages in the metadata, sources as lists of lines."""
    made = form(notebook)
    for number, c in enumerate(made["cells"]):
        c["id"] = f"{number:08x}"
        c["metadata"]["vscode"] = {"languageId": "python"}
        c["source"] = c["source"].splitlines(keepends=True)
    made["metadata"]["language_info"] = {"name": "python", "version": "3.12.4"}
    return data(made)


@to_the_file()
def classic_jupyter_save(notebook: NotebookNode) -> bytes:
    """Classic Jupyter saved it as 4.4: no ids, and the traces of its extensions."""
    made = form(notebook)
    made["nbformat_minor"] = 4
    for c in made["cells"]:
        c.pop("id")
        c["metadata"] |= {"collapsed": False, "scrolled": True, "ExecuteTime": {"end_time": "x"}}
    made["metadata"] |= {"toc": {"base_numbering": 1}, "varInspector": {"window_display": False}}
    return data(made)


@to_the_file()
def saved_as_version_3(notebook: NotebookNode) -> bytes:
    """An old program converted it: worksheets, and inputs instead of sources."""
    sheet = []
    for c in notebook.cells:
        key = "input" if c.cell_type == "code" else "source"
        more = {"outputs": [], "language": "python"} if c.cell_type == "code" else {}
        sheet.append({"cell_type": c.cell_type, "metadata": c.metadata, key: c.source, **more})
    return data(
        {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": sheet}]}
    )


@to_the_file()
def saved_as_version_4_0(notebook: NotebookNode) -> bytes:
    """A program of 2015 saved it: version 4.0, without ids and with a signature."""
    made = form(notebook)
    made["nbformat_minor"] = 0
    made["metadata"]["signature"] = "sha256:00"
    for c in made["cells"]:
        c.pop("id")
    return data(made)


@to_the_file()
def version_4_5_without_ids(notebook: NotebookNode) -> bytes:
    """A script wrote it: it says version 4.5, and no cell has an id."""
    made = form(notebook)
    for c in made["cells"]:
        c.pop("id")
    return data(made)


@to_the_file()
def every_id_the_same(notebook: NotebookNode) -> bytes:
    """A converter gave all cells one id."""
    made = form(notebook)
    for c in made["cells"]:
        c["id"] = "cell"
    return data(made)


@to_the_file("found by the name")
def stripped_metadata(notebook: NotebookNode) -> NotebookNode:
    """A tool that cleans notebooks took all metadata and ids along."""
    notebook.metadata = {}
    for c in notebook.cells:
        c.metadata, c.id = {}, ""
    return notebook


@to_the_file("found by the name")
def pasted_into_a_fresh_notebook(notebook: NotebookNode) -> NotebookNode:
    """All cells were copied into a new notebook."""
    new = {"code": nbf.new_code_cell, "markdown": nbf.new_markdown_cell}
    return nbf.new_notebook(cells=[new[c.cell_type](c.source) for c in notebook.cells])


@to_the_file("found by the name")
def answers_alone(notebook: NotebookNode) -> NotebookNode:
    """Only the functions were copied into a new notebook, the last one first."""
    answers = [cell(notebook, name).source for name in exercises_of(notebook)]
    return nbf.new_notebook(cells=[nbf.new_code_cell(source) for source in reversed(answers)])


@to_the_file("found in a cell that holds something else too")
def everything_in_one_cell(notebook: NotebookNode) -> NotebookNode:
    """All code was pasted into a single cell of a new notebook."""
    code = [c.source for c in notebook.cells if c.cell_type == "code"]
    return nbf.new_notebook(cells=[nbf.new_code_cell("\n\n".join(code))])


@to_the_file()
def saved_with_a_byte_order_mark(notebook: NotebookNode) -> bytes:
    """Windows' Notepad put a mark in front of it."""
    return b"\xef\xbb\xbf" + text(notebook).encode()


@to_the_file()
def saved_in_utf_16(notebook: NotebookNode) -> bytes:
    """Windows' Notepad saved it as "Unicode"."""
    return text(notebook).encode("utf-16")


@to_the_file()
def saved_with_crlf(notebook: NotebookNode) -> bytes:
    """Line ends became those of Windows, in the file and in its sources."""
    notebook = clone(notebook)
    for c in notebook.cells:
        c.source = c.source.replace("\n", "\r\n")
    return text(notebook).replace("\n", "\r\n").encode()


@to_the_file("a given cell was edited")
def saved_in_latin_1(notebook: NotebookNode) -> bytes:
    """An old editor saved it in Latin-1, and wrote ? for what it does not know."""
    cell(notebook, exercises_of(notebook)[0]).source += "  # für größere n"
    return text(notebook).encode("latin-1", errors="replace")


@to_the_file("MB; its outputs were dropped unread")
def outputs_of_200_megabytes(notebook: NotebookNode) -> bytes:
    """A loop printed all day before it was saved."""
    shown = nbf.new_output("stream", text="SHOWN")
    cell(notebook, exercises_of(notebook)[0]).outputs = [shown]
    return text(notebook).encode().replace(b"SHOWN", b"x" * (200 * 2**20))


@to_the_file("Please check: ")
def tail_of_an_older_save(notebook: NotebookNode) -> bytes:
    """A file synchronised while it was saved: the end of a longer one stands behind it."""
    return text(notebook).encode() + b'ell",\n "metadata": {}\n  }\n ],\n "nbformat": 4\n}\n'


@to_the_file("Please check: ", status="missing", first=HALF)
def truncated(notebook: NotebookNode) -> bytes:
    """The upload broke off in the middle of an answer."""
    whole = text(notebook)
    cut = whole.index(f'"grade_id": "{exercises_of(notebook)[HALF]}"')
    return whole[:cut].encode()


@to_the_file("Please check: ", status="missing", first=HALF)
def merge_conflict(notebook: NotebookNode) -> bytes:
    """A conflict of two versions was committed as it was."""
    lines = text(notebook).splitlines(keepends=True)
    name = exercises_of(notebook)[HALF]
    at = next(i for i, line in enumerate(lines) if f'"grade_id": "{name}"' in line)
    marked = ["<<<<<<< HEAD\n", lines[at], "=======\n", lines[at], ">>>>>>> theirs\n"]
    return "".join([*lines[:at], *marked, *lines[at + 1 :]]).encode()


@to_the_file("No answer to this section was found", status="not_attempted")
def without_any_answer(notebook: NotebookNode) -> NotebookNode:
    """The file that was handed in is the one that was handed out."""
    fresh = released(section_of(exercises_of(notebook)[0]))
    kept = {c.id for c in notebook.cells}
    fresh.cells = [c for c in fresh.cells if c.id in kept]
    return fresh


@to_the_file("no notebook", status="missing")
def no_notebook(notebook: NotebookNode) -> bytes:
    """A letter came instead."""
    return b"Dear teacher, my laptop broke."


@to_the_file("is empty", status="missing")
def zero_bytes(notebook: NotebookNode) -> bytes:
    """The disk was full when it was saved."""
    return b""


@to_the_file("no notebook", status="missing")
def exported_as_a_script(notebook: NotebookNode) -> bytes:
    """It was downloaded as .py and renamed."""
    code = [c.source for c in notebook.cells if c.cell_type == "code"]
    return "\n\n".join(f"# In[{n}]:\n\n{source}" for n, source in enumerate(code)).encode()


@to_the_file("no notebook", status="missing")
def exported_as_a_page(notebook: NotebookNode) -> bytes:
    """It was downloaded as HTML and renamed."""
    return b"<!DOCTYPE html>\n<html><head><title>Notebook</title></head><body></body></html>\n"


@to_the_file("has no cells", status="missing")
def empty_notebook(notebook: NotebookNode) -> NotebookNode:
    """A new notebook was handed in instead."""
    return nbf.new_notebook()


@to_the_file("No answer to this section was found", status="missing")
def another_subject(notebook: NotebookNode) -> NotebookNode:
    """A notebook of another course was handed in instead."""
    return nbf.new_notebook(cells=[nbf.new_code_cell("print('my thesis')")])
