"""What is ours in a clean notebook stays ours; the student's own cells stay where they stood."""

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nbjudge.intake.assemble import answers_in, clean
from nbjudge.intake.reading import CHECK, Submission, SubmittedCell, interpret
from nbjudge.notebook import cells
from tests.kit.handed_in import (
    CODE,
    MASTER,
    MODEL,
    cleaned,
    handed_in,
    own,
    place,
    source,
    sources,
    variant,
)

TESTS = [cells.grade_id(c) for c in MASTER.cells if cells.is_test(c)]


@pytest.mark.parametrize("name", TESTS)
@pytest.mark.parametrize(
    "accident", ["edited", "deleted", "markdown", "moved", "copied", "emptied"]
)
def test_test_cells_are_ours_whatever_became_of_them(name, accident):
    submitted = handed_in()
    index = place(submitted, name)
    cell = submitted[index]
    if accident == "deleted":
        del submitted[index]
    elif accident == "moved":
        submitted.insert(0, submitted.pop(index))
    elif accident == "copied":
        submitted.insert(0, variant(cell, source="print('a copy')"))
    else:
        changes = {
            "edited": {"source": "assert True  # fixed it"},
            "markdown": {"kind": "markdown"},
            "emptied": {"source": ""},
        }[accident]
        submitted[index] = variant(cell, **changes)
    notebook = cleaned(submitted)
    assert source(notebook, name) == source(MASTER, name)
    assert sources(notebook) == MODEL
    assert own(notebook) == []
    edited = any(name in remark for remark in notebook.metadata.course.remarks)
    assert edited == (accident in ("edited", "copied", "emptied"))


def test_points_tags_kernels_and_hidden_tests_of_the_file_are_ignored():
    forged = []
    for cell in handed_in():
        metadata = {
            "nbgrader": {
                "grade_id": cell.grade_id,
                "points": 1000,
                "grade": True,
                "solution": True,
                "locked": False,
                "cell_type": "code",
            },
            "tags": ["skip-execution", "raises-exception"],
            "deletable": True,
        }
        text = cell.source
        if cell.grade_id.startswith("test_"):
            text = "### BEGIN HIDDEN TESTS\n5.0\n### END HIDDEN TESTS"
        forged.append(
            {
                "cell_type": cell.kind,
                "source": text,
                "id": cell.id,
                "metadata": metadata,
                "outputs": [{"output_type": "execute_result", "data": {"text/plain": "5.0"}}],
                "execution_count": 3,
            }
        )
    form = {"cells": forged, "metadata": {"kernelspec": {"name": "evil"}, "course": {"names": []}}}
    notebook = clean(MASTER, interpret(form, "forged.ipynb", 1))
    cleaned(interpret(form, "forged.ipynb", 1).cells)
    assert sources(notebook) == MODEL
    assert notebook.metadata.kernelspec == MASTER.metadata.kernelspec
    for cell in notebook.cells:
        assert cell.get("outputs", []) == []
        assert "tags" not in cell.metadata


def test_own_cells_stay_in_order_where_they_stood():
    submitted = handed_in()
    for name in ("test_sample", "m_step", "e_step"):
        at = place(submitted, name) + 1
        submitted[at:at] = [SubmittedCell("code", f"mine_{name} = {n}") for n in range(3)]
    submitted.insert(0, SubmittedCell("markdown", "my notes"))
    submitted.append(SubmittedCell("code", "the_end = True"))
    notebook = cleaned(submitted)
    names = [cells.grade_id(c) or c.source for c in notebook.cells]
    for name in ("test_sample", "m_step", "e_step"):
        at = names.index(name)
        assert names[at + 1 : at + 4] == [f"mine_{name} = {n}" for n in range(3)]
    assert names[0] == "my notes"
    assert names[-1] == "the_end = True"
    assert notebook.cells[0].cell_type == "markdown"


def test_empty_cells_of_the_students_own_are_left_out():
    assert (
        own(cleaned([*handed_in(), SubmittedCell("code", "  \n"), SubmittedCell("markdown", "")]))
        == []
    )


@pytest.mark.parametrize("name", CODE)
def test_an_answer_turned_into_text_is_still_the_answer(name):
    submitted = handed_in()
    index = place(submitted, name)
    submitted[index] = variant(submitted[index], kind="markdown")
    notebook = cleaned(submitted)
    assert source(notebook, name) == MODEL[name]
    assert notebook.metadata.course.absent == {}


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_kinds_are_those_of_the_release(kind):
    cell = {"cell_type": kind, "source": MODEL["sample"], "id": "sample", "metadata": {}}
    submission = interpret({"cells": [cell]}, "x.ipynb", 1)
    notebook = cleaned(submission.cells)
    assert source(notebook, "sample") == MODEL["sample"]


@pytest.mark.parametrize("strip", [(), ("grade_id",), ("id",)])
def test_the_reflection_is_kept(strip):
    words = "I would trust it *somewhat*.\n\n- because\n- of this"
    submitted = handed_in({"reflection": words})
    notebook = cleaned([variant(c, **dict.fromkeys(strip, "")) for c in submitted])
    assert source(notebook, "reflection") == words
    assert "reflection" not in notebook.metadata.course.absent


def test_pictures_in_the_students_texts_are_kept():
    pictures = {"picture-1.png": {"image/png": "iVBORw0KGgo="}}
    words = "As one sees: ![](attachment:picture-1.png)"
    submitted = handed_in({"reflection": words})
    index = place(submitted, "reflection")
    submitted[index] = variant(submitted[index], pictures=pictures)
    own = SubmittedCell("markdown", f"My sketch. {words}", pictures=pictures)
    notebook = cleaned([*submitted, own])
    shown = [c.source for c in notebook.cells if c.get("attachments") == pictures]
    assert shown == [words, own.source]


def test_a_reflection_without_ids_is_found_by_its_place_and_flagged():
    words = "I would not trust it at all, and here is a long explanation of the reasons."
    submitted = [variant(c, id="", grade_id="") for c in handed_in({"reflection": words})]
    notebook = cleaned(submitted)
    assert source(notebook, "reflection") == words
    assert any(r.startswith(CHECK) and "reflection" in r for r in notebook.metadata.course.remarks)


def test_magics_and_broken_python_are_no_trouble():
    texts = [
        "%matplotlib inline\n!ls\nx = 1",
        "def broken(:",
        "%%time\npass",
        "\x0c",
        "💥 = 1",
        "\\",
        "'" * 3,
        "(" * 500,
        "x = " + "-" * 5000 + "1",
    ]
    notebook = cleaned([*handed_in(), *[SubmittedCell("code", text) for text in texts]])
    assert sources(notebook) == MODEL
    assert own(notebook) == [text for text in texts if text.strip()]


def test_an_answer_that_is_broken_python_is_the_answer_and_costs_itself_alone():
    submitted = handed_in({**MODEL, "sample": "def sample(self, n_samples)\n    return 1"})
    notebook = cleaned(submitted)
    assert source(notebook, "sample") == "def sample(self, n_samples)\n    return 1"
    assert notebook.metadata.course.absent == {}


edits = st.lists(
    st.tuples(
        st.sampled_from(["delete", "copy", "move", "strip", "stub", "cut", "kind", "own"]),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
    ),
    max_size=8,
)


@settings(max_examples=25)
@given(edits)
def test_any_shuffle_of_cells_leaves_a_notebook_that_can_be_graded(changes):
    submitted = handed_in()
    for change, a, b in changes:
        if not submitted:
            break
        index, other = a % len(submitted), b % len(submitted)
        cell = submitted[index]
        if change == "delete":
            del submitted[index]
        elif change == "copy":
            submitted.insert(other, cell)
        elif change == "move":
            submitted.insert(other, submitted.pop(index))
        elif change == "strip":
            submitted[index] = variant(cell, id="", grade_id="")
        elif change == "stub":
            submitted[index] = variant(cell, source=MASTER.cells[b % len(MASTER.cells)].source)
        elif change == "cut":
            at = b % (len(cell.source) + 1)
            submitted[index : index + 1] = [
                variant(cell, source=cell.source[:at]),
                variant(cell, source=cell.source[at:]),
            ]
        elif change == "kind":
            submitted[index] = variant(cell, kind="code" if cell.kind == "markdown" else "markdown")
        else:
            submitted.insert(index, SubmittedCell("code", f"own = {b}"))
    notebook = cleaned(submitted)
    absent = notebook.metadata.course.absent
    assert set(absent) <= set(MODEL)
    assert set(absent.values()) <= {"missing", "not_attempted"}
    nbformat.validate(notebook)
    if not any(change in ("delete", "stub", "cut") for change, *_ in changes):
        assert absent == {}


@settings(max_examples=40)
@given(
    st.lists(
        st.builds(
            SubmittedCell,
            st.sampled_from(["code", "markdown"]),
            st.text(max_size=40),
            st.sampled_from(["", "e_step", "own-0", "title"]) | st.text(max_size=3),
            st.sampled_from(["", "e_step", "test_e_step", "reflection", "nonsense"]),
        ),
        max_size=6,
    )
)
def test_arbitrary_cells_never_raise(submitted):
    cleaned(submitted)


def test_answers_in_a_submission_are_counted_and_strangers_known():
    assert answers_in(MASTER, Submission(tuple(handed_in()))) == len(MODEL)
    assert answers_in(MASTER, Submission(())) == 0
    strangers = Submission((SubmittedCell("code", "print('my thesis')"),))
    assert answers_in(MASTER, strangers) == 0
    retyped = Submission(tuple(SubmittedCell("code", MODEL[name]) for name in CODE))
    assert answers_in(MASTER, retyped) == len(CODE)


def test_cleaning_leaves_the_master_alone():
    text = nbformat.writes(MASTER)
    cleaned([SubmittedCell("code", "x = 1"), *handed_in()])
    assert nbformat.writes(MASTER) == text
