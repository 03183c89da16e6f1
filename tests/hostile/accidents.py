"""What happens to notebooks on their way from an honest student to the grader.

Each accident takes a notebook and returns what is handed in: a notebook, or the bytes of a file.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import nbformat.v4 as nbf
from nbformat import NotebookNode
from submissions import cell, clone, place, released, text

Accident = Callable[[NotebookNode], NotebookNode | bytes]
HARMLESS: dict[str, Accident] = {}  # cost nothing: the answers are all there
UNREADABLE: dict[str, Accident] = {}  # there is nothing to grade


def harmless(accident: Accident) -> Accident:
    HARMLESS[accident.__name__] = accident
    return accident


def unreadable(accident: Accident) -> Accident:
    UNREADABLE[accident.__name__] = accident
    return accident


@harmless
def duplicated_answer(notebook: NotebookNode) -> NotebookNode:
    where = place(notebook, "e_step")
    notebook.cells.insert(where + 1, clone(notebook.cells[where]))
    return notebook


@harmless
def stub_pasted_after_the_answer(notebook: NotebookNode) -> NotebookNode:
    stub = clone(cell(released(), "m_step"))
    notebook.cells.insert(place(notebook, "m_step") + 1, stub)
    return notebook


@harmless
def duplicated_test(notebook: NotebookNode) -> NotebookNode:
    where = place(notebook, "test_e_step")
    notebook.cells.insert(where + 1, clone(notebook.cells[where]))
    return notebook


@harmless
def deleted_tests(notebook: NotebookNode) -> NotebookNode:
    for name in ("test_e_step", "test_sample"):
        del notebook.cells[place(notebook, name)]
    return notebook


@harmless
def edited_test(notebook: NotebookNode) -> NotebookNode:
    cell(notebook, "test_m_step").source = "assert False, 'I was trying something'"
    return notebook


@harmless
def test_turned_into_markdown(notebook: NotebookNode) -> NotebookNode:
    old = cell(notebook, "test_sample")
    where = place(notebook, "test_sample")
    notebook.cells[where] = nbf.new_markdown_cell(old.source, metadata=old.metadata)
    return notebook


@harmless
def split_answer(notebook: NotebookNode) -> NotebookNode:
    """The cell is cut in the middle of the function's body."""
    where = place(notebook, "log_likelihood")
    whole = notebook.cells[where]
    lines = whole.source.splitlines(keepends=True)
    rest = clone(whole)
    whole.source, rest.source = "".join(lines[:-1]), lines[-1]
    notebook.cells.insert(where + 1, rest)
    return notebook


@harmless
def retyped_answer(notebook: NotebookNode) -> NotebookNode:
    where = place(notebook, "compute_bic")
    typed = nbf.new_code_cell(notebook.cells[where].source)
    notebook.cells[where] = typed
    return notebook


@harmless
def stripped_metadata(notebook: NotebookNode) -> NotebookNode:
    notebook.metadata = {}
    for c in notebook.cells:
        c.metadata = {}
    return notebook


@harmless
def pasted_into_a_fresh_notebook(notebook: NotebookNode) -> NotebookNode:
    new = {"code": nbf.new_code_cell, "markdown": nbf.new_markdown_cell}
    return nbf.new_notebook(cells=[new[c.cell_type](c.source) for c in notebook.cells])


@harmless
def colab_save(notebook: NotebookNode) -> bytes:
    notebook = clone(notebook)
    badge = '<a href="https://colab.research.google.com/x"><img alt="Open In Colab"/></a>'
    first = {"cell_type": "markdown", "metadata": {"id": "view-in-github"}, "source": [badge]}
    form = json.loads(text(notebook))
    for number, c in enumerate(form["cells"]):
        c["metadata"]["id"] = f"aB{number}"
        if c["cell_type"] == "code":
            c["metadata"]["outputId"] = f"out{number}"
    form["cells"].insert(0, first)
    form["metadata"]["colab"] = {"provenance": [], "include_colab_link": True}
    form["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"a": {}}}
    return json.dumps(form).encode()


@harmless
def saved_with_a_mark_and_crlf(notebook: NotebookNode) -> bytes:
    return b"\xef\xbb\xbf" + text(notebook).replace("\n", "\r\n").encode()


@harmless
def saved_as_version_3(notebook: NotebookNode) -> bytes:
    sheet = []
    for c in notebook.cells:
        key = "input" if c.cell_type == "code" else "source"
        more = {"outputs": [], "language": "python"} if c.cell_type == "code" else {}
        sheet.append({"cell_type": c.cell_type, "metadata": c.metadata, key: c.source, **more})
    form = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": sheet}]}
    return json.dumps(form).encode()


@harmless
def warnings_on_stderr(notebook: NotebookNode) -> NotebookNode:
    noise = "import sys, warnings\nwarnings.warn('old habit')\nprint('note', file=sys.stderr)\n"
    cell(notebook, "e_step").source = noise + cell(notebook, "e_step").source
    notebook.cells.insert(0, nbf.new_code_cell(noise))
    return notebook


@harmless
def own_cell_raises(notebook: NotebookNode) -> NotebookNode:
    notebook.cells.insert(place(notebook, "m_step"), nbf.new_code_cell("1 / 0"))
    return notebook


@harmless
def own_cell_never_ends(notebook: NotebookNode) -> NotebookNode:
    notebook.cells.insert(place(notebook, "m_step"), nbf.new_code_cell("while True:\n    pass"))
    return notebook


@harmless
def own_cell_kills_the_process(notebook: NotebookNode) -> NotebookNode:
    killer = nbf.new_code_cell("import os\nos._exit(1)")
    notebook.cells.insert(place(notebook, "sample"), killer)
    return notebook


@unreadable
def no_notebook(notebook: NotebookNode) -> bytes:
    return b"Dear teacher, my laptop broke."


@unreadable
def zero_bytes(notebook: NotebookNode) -> bytes:
    return b""


@unreadable
def truncated(notebook: NotebookNode) -> bytes:
    whole = text(notebook).encode()
    return whole[: len(whole) // 2]


@unreadable
def empty_notebook(notebook: NotebookNode) -> NotebookNode:
    return nbf.new_notebook()


@unreadable
def another_subject(notebook: NotebookNode) -> NotebookNode:
    return nbf.new_notebook(cells=[nbf.new_code_cell("print('my thesis')")])


@unreadable
def without_any_answer(notebook: NotebookNode) -> NotebookNode:
    return released()
