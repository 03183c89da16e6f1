"""``release/`` and ``solutions/`` are what ``source/`` makes of them, every time."""

import base64
import shutil
import struct
from functools import cache

import nbformat
import pytest

from helpers.checks import exercises_of
from nbjudge.classroom.folder import Folder
from nbjudge.confine.stage import staged
from nbjudge.course.course import load_course
from nbjudge.course.sections import find_section, solution_minutes
from nbjudge.gradebook.gradebook import Gradebook
from nbjudge.notebook import cells
from nbjudge.publish.release import execute, release, solution, solve, up_to_date
from tests.kit.course import COURSE, ROOT, SECTIONS
from tests.kit.submissions import released, solved

pytestmark = pytest.mark.slow

every_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.name)


@pytest.fixture(scope="session")
def again(tmp_path_factory):
    """Both generated a second time, elsewhere: a function of the section."""
    root = tmp_path_factory.mktemp("again")
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, root)
    (root / "source").symlink_to(ROOT / "source")
    elsewhere = load_course(root)

    @cache
    def generate(section):
        there = find_section(elsewhere, section.name)
        with Gradebook(Folder(root), elsewhere) as book:
            release(book, there)
        solve(there)
        return root

    return generate


@every_section
def test_the_release_is_reproduced_byte_for_byte(section, again):
    path = f"release/{section.name}/{section.source.name}"
    assert (again(section) / path).read_bytes() == (ROOT / path).read_bytes()


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


@every_section
def test_the_solution_is_reproduced(section, again):
    path = f"solutions/{section.name}/{section.source.name}"
    fresh, kept = (nbformat.read(root / path, as_version=4) for root in (again(section), ROOT))
    assert shown(fresh) == shown(kept)
    assert fresh.metadata.processor_minutes == solution_minutes(section) > 0
    assert up_to_date(section)


@every_section
def test_the_solution_runs_without_a_warning_and_shows_pictures(section, again):
    path = again(section) / "solutions" / section.name / section.source.name
    assert path.stat().st_size < 1.5 * 2**20
    outputs = [o for c in nbformat.read(path, as_version=4).cells for o in c.get("outputs", [])]
    assert not [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"]
    pictures = [o.metadata["image/png"] for o in outputs if "image/png" in o.get("data", {})]
    assert len(pictures) > 10
    assert all(picture.get("alt") for picture in pictures)


@every_section
def test_the_solution_holds_no_hidden_test(section):
    text = nbformat.writes(solution(section))
    assert "HIDDEN" not in text
    assert "grade(" not in text


@every_section
def test_the_release_runs_from_top_to_bottom_and_says_what_it_waits_for(section):
    with staged(COURSE.layer) as stage:
        notebook = execute(released(section), stage)
    outputs = [o for c in notebook.cells for o in c.get("outputs", [])]
    assert not [o for o in outputs if o.get("name") == "stderr"]
    said = "".join(o.get("text", "") for o in outputs)
    assert said.count("not written yet") == len(exercises_of(section.topic))
    assert "⏳ This cell waits for your `" in said


@every_section
def test_solution_cells_of_the_release_hold_nothing_but_the_todo(section):
    for cell in released(section).cells:
        if cells.is_solution(cell) and cell.cell_type == "code":
            assert cell.source.rstrip().endswith("raise NotImplementedError")


@every_section
def test_ids_are_grade_ids_so_that_a_submission_can_be_repaired(section):
    named = [c for c in solved(section).cells if cells.grade_id(c)]
    assert [c.id for c in named] == [cells.grade_id(c) for c in named]
