"""Test cells in the judge, against a namespace that answers like a student process."""

import numpy as np
import pytest

from nbjudge.course.exercises import exercises_of
from nbjudge.course.sections import sections, source_notebook
from nbjudge.errors import StudentCrashedError, StudentTimeoutError
from nbjudge.guest.wire import WireError, pack, unpack
from nbjudge.judge.test_cell import Ending, TestRunner, evaluate, partial_credit, read_names
from nbjudge.judge.verdict import Status
from nbjudge.notebook import cells
from nbjudge.notebook.regions import split_hidden, student_names
from nbjudge.quality.local import LocalStudent
from tests.kit.answering import Answering
from tests.kit.optics import COUNTING, COURSE, MIXTURES, model_answers
from tests.kit.optics import RIGHT_COUNT as COUNT

GRADE = 'grade("n_parameters", n_parameters)\n'


def hidden(lines, visible=""):
    return f"{visible}### BEGIN HIDDEN TESTS\n{lines}### END HIDDEN TESTS\n"


def answering(student):
    """What puts questions to a namespace of this process, through the wire."""

    def put(head, probes, seconds):
        buffers = []
        form, out = student.agent.answer({**head, "probes": pack(probes, buffers)}, buffers)
        return unpack(form, out)

    return put


def runner_of(source, names=("n_parameters",), **more):
    """A runner whose questions are answered in this process."""
    return runner_on(answering(LocalStudent([source])), names, **more)


def runner_on(request, names=("n_parameters",), **more):
    """A runner that puts its questions so."""
    return TestRunner(Answering(request), MIXTURES, COUNTING, frozenset(names), "seed", **more)


def asserted(runner, right):
    """The verdict on a hidden assert that the count of one component and feature is this."""
    return runner.run(hidden(f"assert n_parameters(1, 1, 'full') == {right}\n"), 2, "n_parameters")


def test_a_cell_is_split_into_what_students_see_and_what_they_do_not():
    source = "a = 1\n### BEGIN HIDDEN TESTS\nb = 2\n### END HIDDEN TESTS\nc = 3"
    assert split_hidden(source) == ("a = 1\nc = 3", "b = 2\n")


def test_several_hidden_regions_are_joined_and_other_marks_are_left():
    source = hidden("a\n", "x\n") + "y\n" + hidden("b\n") + "### BEGIN SOLUTION\n"
    assert split_hidden(source) == ("x\ny\n### BEGIN SOLUTION\n", "a\nb\n")


def test_a_cell_without_a_hidden_region_is_all_visible():
    assert split_hidden("assert True") == ("assert True", "")


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1 + 1", 2),
        ("x = 3\nx * 2", 6),
        ("x = 3", None),
        ("", None),
        ("'text'", "text"),
        ("x = 1\nif x:\n    5", None),
        ("# nothing but words", None),
    ],
)
def test_a_cells_value_is_that_of_its_last_expression(source, value):
    assert evaluate(source, {}) == value


@pytest.mark.parametrize(
    ("value", "score"),
    [
        (None, 5),
        (0, 0),
        (0.0, 0),
        (5, 5),
        (2.5, 2.5),
        (np.float64(1.5), 1.5),
        (5.01, 0),
        (-0.1, 0),
        (float("nan"), 0),
        (float("inf"), 0),
        (-float("inf"), 0),
        (10**400, 0),
        ("5", 0),
        ([5], 0),
        (np.array(5.0), 0),
        (1j, 0),
    ],
    ids=repr,
)
def test_partial_credit_is_a_number_in_range_or_nothing(value, score):
    found = partial_credit(value, 5)
    assert found == score
    assert type(found) in (int, float)


@pytest.mark.parametrize("value", [True, False, np.True_])
def test_a_truth_value_is_no_number_of_points(value):
    assert partial_credit(value, 5) == 0


def test_a_right_answer_earns_the_points_of_its_cell():
    verdict = runner_of(COUNT).run(hidden(GRADE), 2, "n_parameters")
    assert verdict.score == 2
    assert verdict.status == "graded"


def test_a_score_never_exceeds_the_points_of_its_cell():
    assert runner_of(COUNT).run(hidden(GRADE), 1, "n_parameters").score == 1


@pytest.mark.parametrize(
    "visible",
    [
        "assert n_parameters(3, 2, 'diag') == 15\n",
        "raise KeyError\n",
        "n_parameters(3)\n",
        "1 / 0\n",
        "undefined_name\n",
        "check('n_parameters', n_parameters)\n",
    ],
)
def test_a_visible_failure_costs_nothing_where_hidden_tests_follow(visible):
    assert runner_of(COUNT).run(hidden(GRADE, visible), 2, "n_parameters").score == 2


def test_names_of_the_visible_part_are_there_for_the_hidden_one():
    source = hidden("assert n_parameters(K, 2, 'diag') == 14\n", "K = 3\n")
    assert runner_of(COUNT).run(source, 2, "n_parameters").score == 2


def test_plain_asserts_against_the_reference_work():
    lines = (
        "from tests.kit.mixtures import reference\n"
        "for kind in reference.KINDS:\n"
        "    assert n_parameters(4, 5, kind) == reference.n_parameters(4, 5, kind)\n"
    )
    assert runner_of(COUNT).run(hidden(lines), 2, "n_parameters").score == 2
    wrong = COUNT.replace("K - 1", "K")
    verdict = runner_of(wrong).run(hidden(lines), 2, "n_parameters")
    assert verdict.score == 0
    assert "assert" not in verdict.problem


def test_plain_asserts_on_objects_of_the_student_work():
    cell = (
        "class Box:\n    def __init__(self, n):\n        self.n = n\n\n"
        "    def twice(self):\n        return 2 * self.n"
    )
    lines = "box = Box(4)\nassert box.twice() == 8\nbox.n = 10\nassert box.twice() == 20\n"
    assert runner_of(cell, ["Box"]).run(hidden(lines), 3, "n_parameters").score == 3


def test_a_plain_number_at_the_end_is_partial_credit():
    runner = runner_of(COUNT)
    assert runner.run(hidden("1.5\n"), 2, "n_parameters").score == 1.5
    assert runner.run(hidden("3.0\n"), 2, "n_parameters").score == 0
    assert runner.run("assert n_parameters(1, 1, 'full') == 2\n", 2, "n_parameters").score == 2
    assert runner.run("assert n_parameters(1, 1, 'full') == 3\n", 2, "n_parameters").score == 0


def test_an_error_of_the_student_is_told_in_their_words():
    cell = "def n_parameters(*args):\n    raise KeyError('forgot this')"
    verdict = runner_of(cell).run(hidden("n_parameters(1, 1, 'full')\n"), 2, "n_parameters")
    assert verdict.score == 0
    assert "forgot this" in verdict.problem


def test_an_error_of_the_judges_own_tells_nothing():
    verdict = runner_of(COUNT).run(
        hidden("secret = 83\nassert secret == 84, secret\n"), 2, "n_parameters"
    )
    assert verdict.score == 0
    assert "83" not in verdict.problem
    assert "secret" not in verdict.problem


@pytest.mark.parametrize(
    "forgery",
    [
        "class Always:\n    def __eq__(self, other):\n        return True\n\n"
        "n_parameters = lambda *a: Always()",
        "import numpy as np\nn_parameters = lambda *a: np.empty(0)",
        "n_parameters = lambda *a: float('nan')",
        "n_parameters = lambda *a: True",
        "import builtins, numpy as np\nn_parameters = lambda *a: 0",
        "n_parameters = 14",
        "n_parameters = None",
    ],
    ids=["equal to all", "empty", "nan", "true", "zero", "a value", "none"],
)
def test_a_forged_answer_earns_nothing(forgery):
    verdict = runner_of(forgery).run(hidden(GRADE), 2, "n_parameters")
    assert verdict.score == 0
    assert not any(c.passed for c in verdict.criteria)


def test_student_code_cannot_reach_the_judges_names():
    cell = (
        "import numpy as np, builtins\n"
        "def n_parameters(*args):\n"
        "    global grade\n"
        "    grade = lambda *a: 2.0\n"
        "    return 0\n"
    )
    runner = runner_of(cell, ["n_parameters", "grade"])
    assert runner.run(hidden(GRADE), 2, "n_parameters").score == 0


def test_a_name_that_is_missing_or_holds_a_value_is_an_error_of_the_answer():
    missing = runner_of("x = 1").run(hidden(GRADE), 2, "n_parameters")
    assert missing.score == 0
    assert missing.status == "error"
    assert "n_parameters" in missing.problem
    value = runner_of("n_parameters = 3").run(hidden(GRADE), 2, "n_parameters")
    assert value.status == "error"
    assert value.score == 0


@pytest.mark.parametrize("status", ["missing", "not_attempted", "timeout", "crashed"])
def test_an_absent_answer_keeps_its_status(status):
    verdict = runner_of("", absent={"n_parameters": Status(status)}).run(
        hidden(GRADE), 2, "n_parameters"
    )
    assert verdict.status == status
    assert verdict.score == 0


def test_a_cell_that_raised_says_so_under_the_exercise():
    runner = runner_of("", endings={"n_parameters": Ending("error", "SyntaxError: invalid syntax")})
    assert runner.run(hidden(GRADE), 2, "n_parameters").problem == "SyntaxError: invalid syntax"


def test_what_a_cell_raised_steers_no_terminal():
    runner = runner_of(
        "", endings={"n_parameters": Ending("error", "\x1b[2J\x1b]0;A\x07Error: red")}
    )
    assert runner.run(hidden(GRADE), 2, "n_parameters").problem.isprintable()


@pytest.mark.parametrize("error", [StudentTimeoutError, StudentCrashedError, WireError])
def test_a_student_process_that_fails_every_question_ends_no_judge(error):
    def request(head, probes, seconds):
        raise error

    runner = runner_on(request)
    assert runner.run(hidden(GRADE), 2, "n_parameters").score == 0
    assert asserted(runner, 2).score == 0


REPLIES = [
    [{}],
    [None],
    [3],
    [{"value": object()}],
    [{"error": 3}],
    [{"error": {}}],
    [{"error": {"type": [], "mro": 1}}],
    [{"error": {"x": 1}}],
]


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: repr(reply)[:30])
def test_malformed_replies_end_no_judge_and_earn_nothing(reply):
    def request(head, probes, seconds):
        return reply * len(probes)

    runner = runner_on(request)
    assert not runner.run(hidden(GRADE), 2, "n_parameters").score
    assert not asserted(runner, 2).score


def test_what_is_read_of_a_reply_that_the_wire_refuses_ends_no_judge():
    def request(head, probes, seconds):
        return unpack({"list": [{"dict": [["value", {"handle": ["no number", "x"]}]]}]}, [])

    runner = runner_on(request)
    assert not runner.run(hidden(GRADE), 2, "n_parameters").score


def test_names_that_a_cell_reads():
    assert read_names("a = b.c(d)\nfor e in f: pass") == {"a", "b", "d", "e", "f"}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f(x):\n    y = 1", {"f"}),
        ("class A:\n    b = 1", {"A"}),
        ("f = lambda x: x", {"f"}),
        ("@add_to_class(GMM)\ndef _e_step(self, X):\n    return X", {"GMM"}),
        ("a, (b, c) = 1, (2, 3)", {"a", "b", "c"}),
        ("import numpy", set()),
        ("@cache\ndef f(): pass", {"f"}),
        ("@lru_cache(maxsize=None)\ndef f(): pass", {"f"}),
        ("x.y = 1", {"x"}),
        ("", set()),
    ],
)
def test_students_names_are_those_that_solution_cells_define(source, names):
    assert student_names([source]) == names


@pytest.mark.parametrize("section", sections(COURSE), ids=lambda s: s.name)
def test_the_model_solution_earns_everything_in_every_test_cell(section):
    """And the names that the judge offers are those that the TODOs ask for."""
    notebook = source_notebook(section)
    found = exercises_of(COURSE.package, section.topic).values()
    names = student_names(model_answers(section).values())
    assert names == {exercise.asked for exercise in found}
    given = [c for c in notebook.cells if c.cell_type == "code" and not cells.is_grade(c)]
    student = LocalStudent([c.source for c in given])
    runner = TestRunner(Answering(answering(student)), COURSE.package, section.topic, names, "seed")
    tests = [c for c in notebook.cells if cells.is_test(c)]
    scores = {
        c.id: runner.run(c.source, c.metadata.nbgrader.points, c.id.removeprefix("test_")).score
        for c in tests
    }
    assert scores == {f"test_{e.name}": e.points for e in found}
