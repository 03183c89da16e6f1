"""Finding the answers in a submission, whatever became of the cells on the way."""

import pytest

from nbjudge.intake.answers import ELSEWHERE
from nbjudge.intake.reading import CHECK, SubmittedCell
from nbjudge.notebook import cells
from tests.kit.handed_in import (
    CODE,
    MASTER,
    MODEL,
    before,
    cleaned,
    handed_in,
    own,
    place,
    program,
    remarks,
    source,
    sources,
    variant,
    written,
)


def test_a_solved_notebook_comes_out_as_it_went_in():
    notebook = cleaned(handed_in())
    assert sources(notebook) == MODEL
    assert own(notebook) == []
    assert notebook.metadata.course.absent == {}
    assert notebook.metadata.course.remarks == []


def test_the_release_untouched_is_not_attempted_and_an_empty_file_missing():
    names = set(MODEL)
    untouched = cleaned(handed_in({})).metadata.course.absent
    assert untouched == dict.fromkeys(names, "not_attempted")
    assert cleaned([]).metadata.course.absent == dict.fromkeys(names, "missing")


@pytest.mark.parametrize("name", CODE)
@pytest.mark.parametrize("where", [0, 1])
def test_a_stub_beside_the_answer_does_not_count(name, where):
    submitted = handed_in()
    index = place(submitted, name)
    submitted.insert(index + where, variant(submitted[index], source=source(MASTER, name)))
    notebook = cleaned(submitted)
    assert sources(notebook) == MODEL
    assert own(notebook) == []
    assert notebook.metadata.course.absent == {}


@pytest.mark.parametrize("name", CODE)
def test_an_identical_copy_is_left_out_and_remarked(name):
    submitted = handed_in()
    index = place(submitted, name)
    submitted.append(submitted[index])
    notebook = cleaned(submitted)
    assert sources(notebook) == MODEL
    assert own(notebook) == []
    assert any(name in remark for remark in notebook.metadata.course.remarks)


@pytest.mark.parametrize("same_id", [True, False])
def test_of_two_attempts_the_later_one_counts_and_the_earlier_one_is_still_run(same_id):
    submitted = handed_in()
    index = place(submitted, "e_step")
    first = variant(submitted[index], source=before("zeros"))
    if not same_id:
        first = variant(first, id="", grade_id="")
    submitted.insert(index, first)
    notebook = cleaned(submitted)
    assert source(notebook, "e_step") == MODEL["e_step"]
    run = program(notebook)
    assert run.index(before("zeros")) < run.index(MODEL["e_step"])


@pytest.mark.parametrize("name", CODE)
@pytest.mark.parametrize("with_ids", [True, False])
def test_a_cell_split_anywhere_is_put_together_again(name, with_ids):
    lines = MODEL[name].splitlines(keepends=True)
    head = next(i for i, line in enumerate(lines) if line.startswith("def "))
    for cut in range(head + 1, len(lines)):
        submitted = handed_in()
        index = place(submitted, name)
        parts = [variant(submitted[index], source="".join(p)) for p in (lines[:cut], lines[cut:])]
        if not with_ids:
            parts[1] = variant(parts[1], id="")
        submitted[index : index + 1] = parts
        assert written(source(cleaned(submitted), name)) == written(MODEL[name]), cut


@pytest.mark.parametrize("name", [name for name in CODE if MODEL[name].startswith("@")])
def test_a_cell_split_between_its_decorator_and_its_function_is_put_together_again(name):
    first, _, rest = MODEL[name].partition("\n")
    submitted = handed_in()
    index = place(submitted, name)
    submitted[index : index + 1] = [
        variant(submitted[index], source=first + "\n"),
        variant(submitted[index], source=rest),
    ]
    assert written(source(cleaned(submitted), name)) == written(MODEL[name])


def test_a_helper_in_a_cell_of_its_own_runs_before_the_answer():
    helper = "def half(x):\n    return x / 2"
    for same_id in (True, False):
        submitted = handed_in()
        index = place(submitted, "compute_bic")
        cell = variant(submitted[index], source=helper)
        submitted.insert(index, cell if same_id else SubmittedCell("code", helper))
        notebook = cleaned(submitted)
        run = program(notebook)
        assert run.index(helper) < run.index(MODEL["compute_bic"])
        assert source(notebook, "compute_bic") == MODEL["compute_bic"]


def test_a_helper_after_the_answer_in_a_copied_cell_is_kept_too():
    submitted = handed_in()
    index = place(submitted, "compute_bic")
    helper = "def half(x):\n    return x / 2"
    submitted.insert(index + 1, variant(submitted[index], source=helper))
    text = "\n".join(program(cleaned(submitted)))
    assert helper in text
    assert MODEL["compute_bic"] in text


@pytest.mark.parametrize("name", MODEL)
def test_a_deleted_answer_is_missing_and_costs_no_other(name):
    notebook = cleaned([c for c in handed_in() if c.grade_id != name])
    assert notebook.metadata.course.absent == {name: "missing"}
    assert source(notebook, name) == source(MASTER, name)
    assert {n: s for n, s in sources(notebook).items() if n != name} == {
        n: s for n, s in MODEL.items() if n != name
    }


@pytest.mark.parametrize("stub_left", [True, False])
@pytest.mark.parametrize("with_ids", [True, False])
def test_two_answers_in_one_cell_both_count(stub_left, with_ids):
    submitted = handed_in()
    first, second = place(submitted, "n_parameters"), place(submitted, "compute_bic")
    both = MODEL["n_parameters"] + "\n\n\n" + MODEL["compute_bic"]
    submitted[first] = variant(submitted[first], source=both)
    stub = [variant(submitted[second], source=source(MASTER, "compute_bic"))] if stub_left else []
    submitted[second : second + 1] = stub
    if not with_ids:
        submitted = [variant(c, id="", grade_id="") for c in submitted]
    notebook = cleaned(submitted)
    assert source(notebook, "n_parameters") == both
    assert source(notebook, "compute_bic") == ELSEWHERE
    assert "compute_bic" not in notebook.metadata.course.absent
    assert any("compute_bic" in remark for remark in notebook.metadata.course.remarks)


@pytest.mark.parametrize("strip", [("grade_id",), ("id",), ("id", "grade_id")])
def test_stripped_ids_are_found_again(strip):
    submitted = [variant(c, **dict.fromkeys(strip, "")) for c in handed_in()]
    notebook = cleaned(submitted)
    assert sources(notebook) == MODEL
    assert own(notebook) == []
    assert notebook.metadata.course.absent == {}


def test_answers_are_found_by_the_names_they_define_alone():
    submitted = [SubmittedCell("code", MODEL[name]) for name in reversed(CODE)]
    notebook = cleaned(submitted)
    assert {name: source(notebook, name) for name in CODE} == {name: MODEL[name] for name in CODE}
    assert own(notebook) == []
    assert notebook.metadata.course.absent == {"reflection": "missing"}


def test_an_answer_bound_by_assignment_is_found_by_its_name():
    text = "def count(K, D, kind):\n    return 14\n\nn_parameters = count"
    notebook = cleaned([SubmittedCell("code", text)])
    assert source(notebook, "n_parameters") == text


def test_a_renamed_answer_is_found_by_its_likeness_and_flagged():
    submitted = [variant(c, id="", grade_id="") for c in handed_in({})]
    index = next(i for i, c in enumerate(submitted) if "def select_n_components" in c.source)
    renamed = submitted[index].source.replace("select_n_components", "select_n_component")
    submitted[index] = SubmittedCell("code", renamed.replace("# YOUR CODE HERE", "k = 3"))
    notebook = cleaned(submitted)
    assert "k = 3" in source(notebook, "select_n_components")
    flagged = [r for r in notebook.metadata.course.remarks if r.startswith(CHECK)]
    assert any("select_n_components" in remark for remark in flagged)


def test_two_answers_in_each_others_cells_are_put_where_they_belong():
    submitted = handed_in()
    one, other = place(submitted, "n_parameters"), place(submitted, "torch_log_prob")
    submitted[one] = variant(submitted[one], source=MODEL["torch_log_prob"])
    submitted[other] = variant(submitted[other], source=MODEL["n_parameters"])
    notebook = cleaned(submitted)
    assert sources(notebook) == MODEL
    assert "n_parameters: found in the cell of torch_log_prob." in remarks(notebook)


@pytest.mark.parametrize("text", ["", "  \n\t"])
def test_an_emptied_cell_is_missing_unless_its_text_is_somewhere_else(text):
    submitted = handed_in()
    index = place(submitted, "n_parameters")
    submitted[index] = variant(submitted[index], source=text)
    assert cleaned(submitted).metadata.course.absent == {"n_parameters": "missing"}
    notebook = cleaned([*submitted, SubmittedCell("code", MODEL["n_parameters"])])
    assert sources(notebook) == MODEL
    assert own(notebook) == []


@pytest.mark.parametrize("given", ["imports", "test_sample"])
def test_what_is_added_to_a_given_cell_is_run_and_what_is_changed_there_is_not(given):
    submitted = handed_in()
    index = place(submitted, given)
    added = "import math\nhalf = 0.5\n\n\ndef helper():  # my own\n    return half"
    changed = f"{submitted[index].source}\nnp = None\n1 / 0\n{added}"
    submitted[index] = variant(submitted[index], source=changed)
    notebook = cleaned(submitted)
    parts = ["import math", "half = 0.5", "def helper():  # my own\n    return half"]
    expected = parts if given == "imports" else ["np = None", *parts]  # a test binds no np
    assert own(notebook) == expected
    names = [cells.grade_id(c) or c.source for c in notebook.cells]
    where = names.index(given)
    around = names[where + 1 : where + 4] if given == "imports" else names[where - 3 : where]
    assert around == parts
    assert any(given in r and "added" in r for r in remarks(notebook))


def test_an_answer_in_the_cell_of_a_later_one_is_taken_to_its_own():
    submitted = handed_in()
    early, late = place(submitted, "e_step"), place(submitted, "sample")
    both = MODEL["e_step"] + "\n\n\n" + MODEL["sample"]
    submitted[late] = variant(submitted[late], source=both)
    submitted[early] = variant(submitted[early], source=source(MASTER, "e_step"))
    notebook = cleaned(submitted)
    assert written(source(notebook, "e_step")) == written(MODEL["e_step"])
    assert source(notebook, "sample") == both


def test_an_answer_typed_into_a_cell_of_text_is_a_cell_of_its_own():
    submitted = [c for c in handed_in() if c.grade_id != "n_parameters"]
    index = next(i for i, c in enumerate(submitted) if c.kind == "markdown" and not c.grade_id)
    submitted[index] = variant(submitted[index], kind="code", source=MODEL["n_parameters"])
    assert sources(cleaned(submitted)) == MODEL


@pytest.mark.parametrize("name", ["n_parameters", "e_step"])
def test_an_answer_cut_in_two_without_any_mark_is_put_together_again(name):
    lines = MODEL[name].splitlines(keepends=True)
    for cut in range(1, len(lines)):
        submitted = [variant(c, id="", grade_id="") for c in handed_in()]
        index = next(i for i, c in enumerate(submitted) if c.source == MODEL[name])
        parts = [SubmittedCell("code", "".join(part)) for part in (lines[:cut], lines[cut:])]
        submitted[index : index + 1] = parts
        assert written(source(cleaned(submitted), name)) == written(MODEL[name]), cut


def test_an_indented_trial_below_another_own_cell_stays_a_trial():
    submitted = [*handed_in(), SubmittedCell("code", "x = 1"), SubmittedCell("code", "  y = 2")]
    assert own(cleaned(submitted)) == ["x = 1", "  y = 2"]


def test_an_answer_that_became_text_and_lost_its_marks_is_found_by_its_name():
    submitted = [variant(c, id="", grade_id="") for c in handed_in()]
    index = next(i for i, c in enumerate(submitted) if c.source == MODEL["sample"])
    submitted[index] = SubmittedCell("markdown", MODEL["sample"])
    notebook = cleaned(submitted)
    assert source(notebook, "sample") == MODEL["sample"]
    assert any("sample: its cell had become text" in r for r in remarks(notebook))


def test_an_edited_todo_beside_an_answer_is_no_attempt():
    submitted = handed_in()
    index = place(submitted, "sample")
    todo = source(MASTER, "sample").replace("#", "# later:")
    submitted.insert(index + 1, variant(submitted[index], source=todo))
    assert sources(cleaned(submitted)) == MODEL


@pytest.mark.parametrize(
    ("again", "said"),
    [
        ("zeros", "sample was answered 2 times"),
        ("below", "sample is defined again below"),
    ],
)
def test_two_different_attempts_are_for_a_human_to_look_at(again, said):
    submitted = handed_in()
    index = place(submitted, "sample")
    draft = MODEL["sample"].replace("samples", "points")
    if again == "below":
        submitted.append(SubmittedCell("code", draft))
    else:
        submitted.insert(index, variant(submitted[index], source=draft))
    notebook = cleaned(submitted)
    assert source(notebook, "sample") == MODEL["sample"]
    assert any(r.startswith(f"{CHECK}{said}") for r in remarks(notebook))


@pytest.mark.parametrize(
    "line",
    [
        "%reset -f",
        "  %reset",
        "get_ipython().magic('reset -sf')",
        'get_ipython().run_line_magic("reset", "-f")',
    ],
)
def test_clearing_the_memory_is_left_out_and_said(line):
    submitted = handed_in()
    index = place(submitted, "sample")
    changed = f"{line}\n{MODEL['sample']}"
    submitted[index] = variant(submitted[index], source=changed)
    notebook = cleaned([SubmittedCell("code", f"x = 1\n{line}"), *submitted])
    for text in (own(notebook)[0], source(notebook, "sample")):
        live = [part for part in text.splitlines() if not part.strip().startswith("pass  #")]
        assert not any("reset" in part for part in live)
    assert sum("%reset" in r for r in remarks(notebook)) == 1


def test_a_reset_of_something_else_stays():
    texts = ["%reset_selective -f x", "model.reset()", "reset = 1"]
    assert own(cleaned([*handed_in(), *[SubmittedCell("code", t) for t in texts]])) == texts


def test_a_timed_answer_is_found_by_its_name():
    timed = "%%time\n" + MODEL["n_parameters"]
    notebook = cleaned([SubmittedCell("code", timed)])
    assert source(notebook, "n_parameters") == timed
