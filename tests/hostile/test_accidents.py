"""An accident costs an honest student what it broke, and nothing more."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from nbformat import NotebookNode

from nbjudge.autograde import intake
from nbjudge.classroom.collect import collect
from nbjudge.classroom.folder import Folder
from nbjudge.classroom.grading import graded_in
from nbjudge.confine.fork_server import ForkServers
from nbjudge.confine.levels import LEVELS
from nbjudge.confine.stage import staged
from nbjudge.course.recognise import prepare, recognise
from nbjudge.errors import UnknownSectionError
from nbjudge.intake.reading import CHECK, read_submission
from nbjudge.judge import test_cell
from nbjudge.judge.render import verdict_text
from nbjudge.judge.run import STOPPED, run
from nbjudge.judge.session import CELL_SECONDS, Limits
from nbjudge.notebook import cells
from nbjudge.pool.graded import Graded
from nbjudge.pool.local import JudgePool
from nbjudge.report.report import Student
from tests.kit.accidents import ACCIDENTS, UNREADABLE
from tests.kit.accidents.registry import exercises_of
from tests.kit.course import COURSE, find
from tests.kit.level import level
from tests.kit.submissions import bare, bare_section, solved, text

pytestmark = pytest.mark.slow

FULL = find("02")
SECTION = bare_section(FULL)
RIGHT = bare(solved(FULL))
NAMES = exercises_of(RIGHT)
SOURCES = {cells.grade_id(c): c.source for c in RIGHT.cells if cells.is_solution(c)}
ONE, OTHER = NAMES[1], NAMES[5]  # with others before, between and after them
SAVES = [name for name, accident in ACCIDENTS.items() if accident.kind == "saves"]
TO_CELLS = [name for name, accident in ACCIDENTS.items() if accident.kind == "cells"]
# those that cost something or end a process, and a third of the others; ``make hostile``: all
HARMLESS = [
    name
    for name, accident in ACCIDENTS.items()
    if accident.kind in ("cells", "saves") and not accident.costs(NAMES, ONE)
]
LEFT_OUT = (
    []
    if os.environ.get("HOSTILE") == "all"
    else [name for number, name in enumerate(HARMLESS) if number % 3]
)
GRADED = [name for name in ACCIDENTS if name not in LEFT_OUT]
SIDE_BY_SIDE = (
    ("own_cell_kills_the_process", "split_answer"),
    ("answer_kills_the_process", "helper_defined_below"),
    ("namespace_reset", "missing_package_above_the_answer"),
    ("deleted_answer", "runtime_restarted"),
    ("swapped_with_its_neighbour", "merged_into_the_cell_above"),
    ("import_added_to_the_given_ones", "typed_into_the_test_below"),
)


def hand_in(item, path: Path):
    path.write_bytes(item if isinstance(item, bytes) else text(item).encode())
    return read_submission(path)


def befallen(*accidents):
    """What is handed in after these accidents, the first to one answer, the second to another."""
    item = bare(RIGHT)
    for name, answer in zip(accidents, (ONE, OTHER), strict=False):
        item = ACCIDENTS[name](item, answer)
    return item


def costs(*accidents):
    """What these accidents cost, by exercise."""
    found = zip(accidents, (ONE, OTHER), strict=False)
    return {n: s for name, answer in found for n, s in ACCIDENTS[name].costs(NAMES, answer).items()}


def lost(graded):
    return {v.name: v.status for v in graded.verdicts if v.earned < v.points}


def said(clean, graded):
    """Every sentence that a person reads about a submission."""
    told = [verdict_text(v) for v in graded.verdicts if v.earned < v.points or v.problem]
    shown = [output for c in graded.notebook.cells for output in c.get("outputs", [])]
    ended = [o.evalue for o in shown if o.output_type == "error" and o.ename in STOPPED]
    return [*clean.metadata.course.remarks, *told, *ended]


@pytest.fixture(scope="module")
def grade(tmp_path_factory) -> Iterator[Callable[[NotebookNode], Graded]]:
    """Grades a clean notebook, in one store for all accidents: one equal to an earlier is found."""
    folder = Folder(tmp_path_factory.mktemp("class"))
    with JudgePool(SECTION.course.layer) as pool:
        yield lambda clean: graded_in(folder, SECTION, clean, level(), pool.execute)[0]


@pytest.fixture(scope="module")
def servers() -> Iterator[ForkServers]:
    with staged(SECTION.course.layer) as stage, ForkServers(stage) as started:
        yield started


@pytest.mark.parametrize("name", GRADED)
def test_nothing_is_lost_but_what_broke_and_it_is_said(name, grade, servers, tmp_path, monkeypatch):
    accident = ACCIDENTS[name]
    if LEVELS.index(level()) > LEVELS.index(accident.needs):
        pytest.skip(f"student code is only {level()} here: not safe to try")
    clean = prepare(SECTION, hand_in(befallen(name), tmp_path / "mine.ipynb"))
    if accident.seconds < CELL_SECONDS:
        patient = test_cell.find_exercise
        monkeypatch.setattr(
            test_cell,
            "find_exercise",
            lambda *where: replace(patient(*where), seconds=accident.seconds / 2),
        )
        limits = Limits(accident.seconds, accident.seconds)
        graded = run(clean, "5eed", servers, level(), limits)
    else:
        graded = grade(clean)
    assert lost(graded) == costs(name)
    sentences = said(clean, graded)
    assert any(accident.says in s for s in sentences) if accident.says else sentences == []


@pytest.mark.parametrize(("one", "other"), SIDE_BY_SIDE)
def test_two_accidents_cost_what_each_of_them_costs(one, other, grade, tmp_path):
    clean = prepare(SECTION, hand_in(befallen(one, other), tmp_path / "mine.ipynb"))
    graded = grade(clean)
    assert lost(graded) == costs(one, other)


def bones(source):
    """Source without space and prompts, and without letters that Latin-1 cannot write."""
    return re.sub(r">>>|\.\.\.|\s|\?|[^\0-\x7f]", "", source)


def runs_before_its_test(notebook, answer):
    """Whether the last cell above an answer's test that defines it holds the right answer whole."""
    head, body = f"def{answer}(", SOURCES[answer].split("\n", 1)[1]
    tested = next(i for i, c in enumerate(notebook.cells) if cells.grade_id(c) == f"test_{answer}")
    run = [
        bones(c.source)
        for c in notebook.cells[:tested]
        if c.cell_type == "code" and not cells.is_test(c)
    ]
    last = next((source for source in reversed(run) if head in source), "")
    return all(bones(line) in last.rpartition(head)[2] for line in body.splitlines())


def assert_repaired(item, expected, path):
    """Every answer runs in its place but those that are lost; those are known to be absent."""
    clean = prepare(SECTION, hand_in(item, path))
    wrong = [n for n in NAMES if n not in expected and not runs_before_its_test(clean, n)]
    assert wrong == []
    known = {n: s for n, s in expected.items() if s in ("missing", "not_attempted")}
    assert clean.metadata.course.absent == known


@pytest.mark.parametrize("one", TO_CELLS)
def test_every_pair_of_accidents_to_cells_is_repaired(one, tmp_path):
    for other in TO_CELLS:
        assert_repaired(befallen(one, other), costs(one, other), tmp_path / f"{other}.ipynb")


@pytest.mark.parametrize("save", ["stripped_metadata", "classic_jupyter_save", "colab_save"])
def test_an_accident_to_a_cell_is_repaired_however_the_file_was_saved(save, tmp_path):
    for name in TO_CELLS:
        item = ACCIDENTS[save](befallen(name))
        assert_repaired(item, costs(name), tmp_path / f"{name}.ipynb")


@pytest.mark.parametrize("name", SAVES)
def test_a_file_is_told_by_its_content(name, tmp_path):
    submission = hand_in(befallen(name), tmp_path / "any name (1).ipynb")
    if name in UNREADABLE and name != "without_any_answer":
        with pytest.raises(UnknownSectionError):
            recognise(COURSE, submission)
    else:
        assert recognise(COURSE, submission) == FULL


@pytest.mark.parametrize(
    "name",
    [
        "truncated",
        "merge_conflict",
        "tail_of_an_older_save",
        "draft_kept_above_the_answer",
        *UNREADABLE,
    ],
)
def test_where_there_is_a_doubt_the_report_asks_a_human(name, grade, tmp_path):
    clean = prepare(SECTION, hand_in(befallen(name), tmp_path / "mine.ipynb"))
    graded = grade(clean)
    row = Student("a", graded.score, graded.max_score, False, graded.verdicts, graded.remarks)
    assert row.checks
    assert row.status == "no answers" if name in UNREADABLE else row.checks[0].startswith(CHECK)


@pytest.mark.parametrize(
    "name", ["ada.ipynb.txt", "ada.json", "ada", "ADA.IPYNB", "Copy of ada (2).ipynb"]
)
def test_a_wrong_suffix_costs_nothing(name, tmp_path):
    (tmp_path / "handed-in").mkdir()
    (tmp_path / "handed-in" / name).write_text(text(RIGHT), encoding="utf-8")
    (student,), _ = collect(tmp_path / "handed-in", Folder(tmp_path), FULL)
    assert student.lower() == "ada"
    clean = intake(Folder(tmp_path), SECTION, student)
    assert clean.metadata.course.absent == {}
    assert clean.metadata.course.remarks == []


def test_the_class_goes_on_after_every_kind_of_ending(grade, tmp_path):
    """Whoever comes next is graded, in the same judge's process, whatever came before."""
    for number, name in enumerate(("zero_bytes", "own_cell_kills_the_process", "answer_segfaults")):
        before = prepare(SECTION, hand_in(befallen(name), tmp_path / "before.ipynb"))
        grade(before)
        own = bare(RIGHT)
        own.cells[-1].source += f"\n# student {number}"  # a file of its own
        after = prepare(SECTION, hand_in(own, tmp_path / "after.ipynb"))
        graded = grade(after)
        assert graded.score == graded.max_score
