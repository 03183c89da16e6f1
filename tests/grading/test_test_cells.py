"""The test cells of this course, with the model solution in the student's place."""

import warnings

import pytest

from nbjudge.course.sections import source_notebook
from nbjudge.guest.wire import pack, unpack
from nbjudge.judge.test_cell import TestRunner
from nbjudge.notebook import cells
from nbjudge.notebook.regions import student_names
from nbjudge.quality.local import LocalStudent
from tests.kit.answering import Answering
from tests.kit.course import COURSE, exercises, find

SECTION = find("06")
OF_THE_SECTION = [e for e in exercises().values() if e.topic == SECTION.topic]
TARGETS = frozenset(e.asked for e in OF_THE_SECTION)
MODEL = [
    c.source
    for c in source_notebook(SECTION).cells
    if c.cell_type == "code" and cells.grade_id(c) and not cells.is_grade(c)
]


def runner_of(sources):
    """A runner whose questions are answered in this process, through the wire."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        student = LocalStudent(sources)

    def request(head, probes, seconds):
        buffers = []
        form, out = student.agent.answer({**head, "probes": pack(probes, buffers)}, buffers)
        return unpack(form, out)

    return TestRunner(Answering(request), COURSE.package, SECTION.topic, TARGETS, "seed")


def test_the_notebook_offers_the_class_and_the_functions_of_its_todos():
    solutions = [
        c.source
        for c in source_notebook(SECTION).cells
        if cells.is_solution(c) and c.cell_type == "code"
    ]
    assert student_names(solutions) == TARGETS


def test_the_model_solution_earns_everything_in_every_test_cell():
    runner = runner_of(MODEL)
    scores = {
        cells.grade_id(c): runner.run(
            c.source, c.metadata.nbgrader.points, cells.grade_id(c).removeprefix("test_")
        ).score
        for c in source_notebook(SECTION).cells
        if cells.is_test(c)
    }
    assert scores == {f"test_{e.name}": e.points for e in OF_THE_SECTION}


@pytest.mark.parametrize("wrong", [False, True])
def test_plain_asserts_against_the_reference_work(wrong):
    count = next(source for source in MODEL if "def n_parameters" in source)
    lines = (
        "### BEGIN HIDDEN TESTS\n"
        "from helpers.reference import gaussian_mixtures as reference\n"
        "for kind in reference.COVARIANCE_TYPES:\n"
        "    assert n_parameters(4, 5, kind) == reference.n_parameters(4, 5, kind)\n"
        "### END HIDDEN TESTS\n"
    )
    changed = count + "\n\n_right = n_parameters\nn_parameters = lambda *a: _right(*a) + 1"
    verdict = runner_of([changed if wrong else count]).run(lines, 2, "n_parameters")
    assert verdict.score == (0 if wrong else 2)
    assert "assert" not in verdict.problem
