"""``release/`` and ``solutions/`` are what ``source/`` makes of them, every time."""

import base64
import struct

import nbformat
import pytest
from submissions import SECTION, released, solved

from helpers.grading import cells
from helpers.grading.folder import Folder
from helpers.grading.release import execute, release, solution, solve, up_to_date
from helpers.grading.sections import ROOT


@pytest.fixture(scope="session")
def again(tmp_path_factory):
    """Both generated a second time, elsewhere."""
    root = tmp_path_factory.mktemp("again")
    release(Folder(root), SECTION, root)
    solve(SECTION, root)
    return root


def test_the_release_is_reproduced_byte_for_byte(again):
    path = f"release/{SECTION.name}/{SECTION.source.name}"
    assert (again / path).read_bytes() == (ROOT / path).read_bytes()


def shape(picture: str) -> tuple[int, int]:
    """Width and height of a PNG in base64."""
    return struct.unpack(">II", base64.b64decode(picture[:64])[16:24])


def shown(notebook) -> list:
    """Sources and outputs, with a picture's size for its pixels: these depend on the machine."""
    rows = []
    for cell in notebook.cells:
        rows.append(cell.source)
        for output in cell.get("outputs", []):
            data = dict(output.get("data", {}))
            picture = data.pop("image/png", None)
            rows.append((output.output_type, output.get("text"), data, picture and shape(picture)))
    return rows


def test_the_solution_is_reproduced(again):
    path = f"solutions/{SECTION.name}/{SECTION.source.name}"
    fresh, kept = (nbformat.read(root / path, as_version=4) for root in (again, ROOT))
    assert shown(fresh) == shown(kept)
    assert up_to_date(SECTION)


def test_the_solution_runs_without_a_warning_and_shows_pictures(again):
    path = again / "solutions" / SECTION.name / SECTION.source.name
    assert path.stat().st_size < 1.5 * 2**20
    outputs = [o for c in nbformat.read(path, as_version=4).cells for o in c.get("outputs", [])]
    assert not [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"]
    assert sum("image/png" in o.get("data", {}) for o in outputs) > 10


def test_the_solution_holds_no_hidden_test():
    text = nbformat.writes(solution(SECTION))
    assert "HIDDEN" not in text
    assert "grade(" not in text.replace("def grade", "")


def test_the_release_runs_from_top_to_bottom_and_says_what_it_waits_for():
    notebook = execute(released())
    said = "".join(o.get("text", "") for c in notebook.cells for o in c.get("outputs", []))
    assert "not written yet" in said
    assert "waits for your `_e_step`" in said


def test_solution_cells_of_the_release_hold_nothing_but_the_todo():
    for cell in released().cells:
        if cells.is_solution(cell) and cell.cell_type == "code":
            assert cell.source.rstrip().endswith("raise NotImplementedError")


def test_ids_are_grade_ids_so_that_a_submission_can_be_repaired():
    named = [c for c in solved().cells if cells.grade_id(c)]
    assert [c.id for c in named] == [cells.grade_id(c) for c in named]
