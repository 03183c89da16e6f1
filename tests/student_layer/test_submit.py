"""The last cell of a notebook finds what got lost, wherever it runs, and never raises."""

import copy
import json
import sys
import types

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import submit
from helpers.checks import exercises_of
from helpers.submit import before_you_submit, findings
from nbjudge.course.sections import source_notebook
from nbjudge.notebook import cells
from tests.kit.course import SECTIONS, find
from tests.kit.submissions import cell, fill, model_answers, place, released, solved

SECTION = find("06")
NAMES = exercises_of(SECTION.topic)
WRITTEN = ("reflection",)


def said(notebook):
    return list(findings(json.loads(nbformat.writes(notebook)), NAMES, WRITTEN))


@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.name)
def test_every_notebook_ends_with_it_and_names_its_own_section(section):
    notebook = source_notebook(section)
    written = tuple(
        cells.grade_id(c)
        for c in notebook.cells
        if cells.is_solution(c) and c.cell_type == "markdown"
    )
    calls = []
    namespace = {"before_you_submit": lambda *a, **k: calls.append((a, k))}
    exec(notebook.cells[-1].source.partition("\n")[2], namespace)
    assert calls == [((section.topic,), {"written": written} if written else {})]


def test_a_solved_notebook_is_complete():
    assert said(solved()) == []


def test_an_untouched_one_waits_for_every_answer():
    assert said(released()) == [f"`{name}`: not written yet." for name in [*NAMES, *WRITTEN]]


def test_a_deleted_cell_is_missing():
    notebook = solved()
    del notebook.cells[place(notebook, "m_step")]
    (line,) = said(notebook)
    assert line.startswith("`m_step`: its cell is missing.")


def test_a_doubled_cell_is_counted():
    notebook = solved()
    at = place(notebook, "sample")
    notebook.cells.insert(at, copy.deepcopy(notebook.cells[at]))
    (line,) = said(notebook)
    assert line.startswith("`sample`: 2 cells answer it.")


def test_a_cell_without_marks_is_found_by_what_it_defines():
    notebook = solved()
    for name in ("e_step", "n_parameters"):
        item = cell(notebook, name)
        item.metadata, item.id = {}, "x" + name
    assert said(notebook) == []


def test_a_cell_that_does_not_compile_is_told():
    answers = {**model_answers(), "n_parameters": "def n_parameters(:\n    pass"}
    (line,) = said(fill(answers))
    assert "`n_parameters`: its cell has a syntax error" in line


def test_a_magic_is_no_syntax_error():
    answers = model_answers()
    answers["n_parameters"] = "%matplotlib inline\n!ls\n" + answers["n_parameters"]
    assert said(fill(answers)) == []


def jupyter(monkeypatch, tmp_path, notebook, name="mine.ipynb"):
    path = tmp_path / name
    path.write_text(notebook if isinstance(notebook, str) else nbformat.writes(notebook))
    monkeypatch.chdir(tmp_path)
    return path


def test_in_jupyter_the_saved_file_is_read(monkeypatch, tmp_path, capsys):
    path = jupyter(monkeypatch, tmp_path, solved())
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    before_you_submit(SECTION.topic, WRITTEN)
    out = capsys.readouterr().out
    assert "Looked at mine.ipynb as saved at" in out
    assert "✓ all 11 graded cells are there" in out


def test_a_file_of_another_section_is_passed_over(monkeypatch, tmp_path, capsys):
    jupyter(monkeypatch, tmp_path, released(), "mine.ipynb")
    other = jupyter(monkeypatch, tmp_path, released(find("03")), "z.ipynb")
    monkeypatch.setenv("JPY_SESSION_NAME", str(other))
    before_you_submit(SECTION.topic, WRITTEN)
    assert "Looked at mine.ipynb" in capsys.readouterr().out


def test_in_vs_code_the_name_in_the_namespace_is_used(monkeypatch, tmp_path, capsys):
    path = jupyter(monkeypatch, tmp_path, solved(), "code.ipynb")
    monkeypatch.chdir("/")
    monkeypatch.setattr(sys.modules["__main__"], "__vsc_ipynb_file__", str(path), raising=False)
    before_you_submit(SECTION.topic, WRITTEN)
    assert "Looked at code.ipynb" in capsys.readouterr().out


def colab(monkeypatch, answer):
    """Stands for Colab's module, which exists nowhere else."""
    message = types.ModuleType("google.colab._message")
    message.blocking_request = lambda request, timeout_sec: answer
    package = types.ModuleType("google.colab")
    package._message = message
    monkeypatch.setitem(sys.modules, "google", types.ModuleType("google"))
    monkeypatch.setitem(sys.modules, "google.colab", package)


def test_in_colab_the_live_notebook_is_asked_for(monkeypatch, capsys):
    colab(monkeypatch, {"ipynb": json.loads(nbformat.writes(solved()))})
    before_you_submit(SECTION.topic, WRITTEN)
    assert "Looked at the notebook as it is now.\n✓ all 11" in capsys.readouterr().out


@pytest.mark.parametrize("answer", [None, {}, {"ipynb": None}, 3])
def test_in_colab_no_answer_is_told(monkeypatch, capsys, answer):
    colab(monkeypatch, answer)
    before_you_submit(SECTION.topic, WRITTEN)
    out = capsys.readouterr().out
    assert "Run this cell once more." in out or "could not be read" in out
    assert "✓" not in out


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"cells": 3}', '{"cells": [3, {}]}'])
def test_a_broken_file_raises_nothing(monkeypatch, tmp_path, capsys, content):
    jupyter(monkeypatch, tmp_path, content)
    before_you_submit(SECTION.topic, WRITTEN)
    assert "✓" not in capsys.readouterr().out


def test_a_program_gets_one_line(monkeypatch, capsys):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    before_you_submit(SECTION.topic, WRITTEN)
    assert capsys.readouterr().out.count("\n") == 1


anything = st.recursive(
    st.none() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["cells", "source", "metadata", "nbgrader", "grade_id", "id", "cell_type"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(anything)
def test_whatever_the_file_holds_nothing_is_raised(content):
    saved = submit.this_notebook
    submit.this_notebook = lambda names: (content, "here")
    try:
        before_you_submit(SECTION.topic, WRITTEN)
    finally:
        submit.this_notebook = saved
