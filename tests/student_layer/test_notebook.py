"""The source notebook is canonical, and every cell of it is what the tools expect."""

import json
import re

import nbformat
import pytest

from nbjudge.notebook import cells
from nbjudge.notebook.regions import SOLUTION_MARKS, split_hidden
from tests.kit.course import SECTIONS, exercises

every_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)


def form_of(section):
    return json.loads(section.source.read_text(encoding="utf-8"))


def text(cell):
    return "".join(cell["source"])


@every_section
def test_the_file_is_written_in_one_way_only(section):
    data = section.source.read_bytes()
    form = json.loads(data)
    wanted = json.dumps(form, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    assert data == wanted.encode("utf-8")


@every_section
def test_the_notebook_is_a_valid_one_of_version_4_5(section):
    form = form_of(section)
    assert (form["nbformat"], form["nbformat_minor"]) == (4, 5)
    nbformat.validate(nbformat.from_dict(form))
    assert form["metadata"]["kernelspec"]["name"] == "python3"


@every_section
def test_sources_are_lists_of_lines_without_outputs(section):
    for cell in form_of(section)["cells"]:
        assert isinstance(cell["source"], list), cell["id"]
        assert text(cell).splitlines(keepends=True) == cell["source"], cell["id"]
        assert text(cell).strip() == text(cell) != "", cell["id"]
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [], cell["id"]
            assert cell["execution_count"] is None, cell["id"]


@every_section
def test_ids_are_unique_and_equal_to_the_grade_id(section):
    found = form_of(section)["cells"]
    ids = [cell["id"] for cell in found]
    assert len(ids) == len(set(ids))
    for cell in found:
        grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id", cell["id"])
        assert cell["id"] == grade_id
        assert not cell["id"].startswith("own-"), "the intake gives such ids to students' cells"


@every_section
def test_no_cell_is_longer_than_forty_lines(section):
    for cell in form_of(section)["cells"]:
        lines = text(cell).count("\n") + 1
        assert lines <= 40, (cell["id"], lines)


@every_section
def test_a_hidden_region_is_one_line_that_grades_its_own_exercise(section):
    tests = [c for c in nbformat.from_dict(form_of(section)).cells if cells.is_test(c)]
    assert tests
    for cell in tests:
        name = cells.grade_id(cell).removeprefix("test_")
        source = text(cell)
        _, hidden = split_hidden(source)
        assert hidden == f'grade("{name}", {exercises()[name].asked})\n'
        assert source.count("BEGIN HIDDEN TESTS") == source.count("END HIDDEN TESTS") == 1
        assert source.endswith("### END HIDDEN TESTS")


@every_section
def test_nothing_but_test_cells_and_written_answers_carries_points(section):
    for cell in form_of(section)["cells"]:
        nbgrader = cell["metadata"].get("nbgrader")
        if nbgrader is None:
            assert "HIDDEN TESTS" not in text(cell)
            assert "SOLUTION" not in text(cell)
            continue
        assert nbgrader["schema_version"] == 3
        assert ("points" in nbgrader) == nbgrader["grade"], cell["id"]
        if nbgrader["grade"]:
            written = cell["cell_type"] == "markdown" and nbgrader["solution"]
            assert written or cell["id"].startswith("test_")


@every_section
def test_code_compiles_with_and_without_its_solutions(section):
    for cell in form_of(section)["cells"]:
        if cell["cell_type"] == "code":
            compile(text(cell), cell["id"], "exec")
            compile(SOLUTION_MARKS.sub("", text(cell)), cell["id"], "exec")
            assert not re.search(r"(?m)^\s*[!%]", text(cell)), "no shell and no magics"


@every_section
def test_solution_marks_come_in_pairs(section):
    for cell in form_of(section)["cells"]:
        marks = re.findall(r"### (BEGIN|END) SOLUTION", text(cell))
        solution = cell["metadata"].get("nbgrader", {}).get("solution", False)
        assert marks == (["BEGIN", "END"] if solution else [])


@every_section
def test_the_notebook_imports_nothing_of_the_instructors(section):
    for cell in form_of(section)["cells"]:
        assert "helpers.reference" not in text(cell), cell["id"]
        assert "helpers.exercises" not in text(cell), cell["id"]
        assert "nbjudge" not in text(cell), cell["id"]
