"""Visible checks: right answers pass every line, and nothing at all makes a check raise."""

import re
from functools import cache

import numpy as np
import pytest
import torch

from helpers.checks import Line, array, check, close, exercises_of, parts_missing, progress
from nbjudge.course.sections import source_notebook
from nbjudge.notebook import cells
from nbjudge.quality.bank import bank
from nbjudge.quality.local import LocalStudent
from tests.kit.course import SECTIONS, exercises, find

NAMES = list(exercises())

every_check = pytest.mark.parametrize("name", NAMES)
every_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.name)


def section_of(name):
    return find(exercises()[name].topic)


@cache
def base(section):
    """The given cells and model answers of a section."""
    return [
        c.source
        for c in source_notebook(section).cells
        if c.cell_type == "code" and cells.grade_id(c) and not cells.is_grade(c)
    ]


@cache
def is_method(name):
    return exercises()[name].asked != name


def method_name(name):
    """The name of a TODO's function, which has an underscore in front in some classes."""
    cell = next(c for c in source_notebook(section_of(name)).cells if cells.grade_id(c) == name)
    return re.search(r"def (\w+)", cell.source)[1]


def label(value):
    """A test's name that is the same in every process."""
    return re.sub(r" at 0x\w+", "", repr(value))[:40]


class Nonsense:
    """Takes anything for an argument and returns the same odd thing from every method."""

    value = None

    def __init__(self, *args, **kwargs):
        self.rng = None

    def answer(self, *args, **kwargs):
        return self.value


METHODS = [method_name(name) for name in NAMES if is_method(name)]
for method in METHODS:
    setattr(Nonsense, method, Nonsense.answer)


ODD = [
    None,
    3,
    -1.5,
    float("nan"),
    "text",
    b"",
    [],
    [[1], [2, 3]],
    {},
    {1: 2},
    object(),
    True,
    1j,
    np.empty((0, 2)),
    np.full((5, 2), np.nan),
    np.ones((4000, 2)),
    np.array(object()),
    np.array(["a"]),
    torch.ones(3),
    torch.ones(2, requires_grad=True),
    (1, 2),
    len,
    int,
    10**400,
    np.ones((2, 2, 2, 2)),
    range(3),
    NotImplemented,
    ...,
]


@every_check
@pytest.mark.parametrize("odd", ODD, ids=label)
def test_a_check_never_raises_on_nonsense(name, odd, capsys):
    check(name, odd)
    check(name, lambda *args, **kwargs: odd)
    check(name, type("Odd", (Nonsense,), {"value": odd}))
    out = capsys.readouterr().out
    assert out.count("The hidden tests also look at") >= 2
    assert "✓" not in out or "✗" in out


@every_check
@pytest.mark.parametrize(
    "error",
    [
        ValueError("x" * 10_000),
        RecursionError(),
        MemoryError(),
        ZeroDivisionError(),
        AssertionError(),
        StopIteration(),
        np.linalg.LinAlgError("singular"),
    ],
    ids=lambda e: type(e).__name__,
)
def test_a_check_never_raises_what_an_answer_raises(name, error, capsys):
    def fail(*args, **kwargs):
        raise error

    check(name, fail)
    check(name, type("Failing", (Nonsense,), dict.fromkeys(METHODS, fail)))
    out = capsys.readouterr().out
    assert type(error).__name__ in out
    assert len(out) < 3000


@pytest.mark.parametrize("arguments", [(), (None, None), (1, 2, 3)])
@every_check
def test_a_check_with_the_wrong_number_of_objects_says_so(name, arguments, capsys):
    check(name, *arguments)
    assert "✗ your code stopped with TypeError" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["", "no_such_exercise", "E_STEP", None, 3])
def test_a_check_that_does_not_exist_is_told(name, capsys):
    check(name, None)
    assert capsys.readouterr().out == f"There is no visible check called {name!r}.\n"


@every_check
def test_an_unwritten_todo_is_one_line(name, capsys):
    student = LocalStudent(base(section_of(name)))
    decorator = f"@add_to_class({exercises()[name].asked})\n" if is_method(name) else ""
    student.execute(
        f"{decorator}def {method_name(name)}(*args, **kwargs):\n    raise NotImplementedError"
    )
    capsys.readouterr()
    check(name, student.namespace[exercises()[name].asked])
    assert capsys.readouterr().out == f"✗ `{name}`: not written yet.\n"


def test_a_todo_that_waits_for_another_one_names_it(capsys):
    student = LocalStudent(base(find("06")))
    student.execute("@add_to_class(GMM)\ndef _e_step(self, X):\n    raise NotImplementedError")
    check("online_update", student.namespace["GMM"])
    assert "✗ `online_update` waits for your `_e_step`." in capsys.readouterr().out


@every_section
def test_the_model_solution_passes_every_line_of_every_check(section, capsys):
    student = LocalStudent(base(section))
    names = exercises_of(section.topic)
    for name in names:
        capsys.readouterr()
        check(name, student.namespace[exercises()[name].asked])
        out = capsys.readouterr().out
        assert "✗" not in out
        assert "!" not in out
        assert "✓" in out
    assert f"Progress: {len(names)} of {len(names)} done" in out


def test_progress_falls_when_an_answer_breaks(capsys):
    check("bernoulli_mle", lambda data: sum(data) / len(data))
    before = progress("maximum_likelihood")
    check("bernoulli_mle", lambda data: 0.0)
    assert int(progress("maximum_likelihood")[0]) == int(before[0]) - 1


@pytest.mark.slow
@every_check
def test_right_answers_of_the_bank_pass_the_visible_check(name, capsys):
    section = section_of(name)
    student = LocalStudent(base(section))
    for answer in bank(section):
        if answer.exercise == name and answer.kind == "right":
            student.execute(answer.source)
            capsys.readouterr()
            check(name, student.namespace[exercises()[name].asked])
            assert "✗" not in capsys.readouterr().out, answer.name


def test_a_warning_of_the_answer_is_shown_once(capsys):
    def noisy(*args):
        import warnings

        for number in (1, 1, 1):
            warnings.warn(f"overflow {number}", stacklevel=1)
        return 14

    check("n_parameters", noisy)
    assert capsys.readouterr().out.count("! your code warned: overflow 1") == 1


def test_a_line_says_where_to_look_only_if_it_failed():
    assert str(Line(True, "shape", "elsewhere")) == "✓ shape"
    assert str(Line(False, "shape", "elsewhere")) == "✗ shape\n  → elsewhere"


@pytest.mark.parametrize(
    ("value", "shape", "ok"),
    [
        ([1, 2], (2,), True),
        (1.0, (), True),
        (np.ones((2, 1)), (2,), False),
        ([1, "a"], (2,), False),
        (None, (), False),
        (np.nan, (), False),
        ([1.0, np.inf], (2,), False),
        ([[1], [2, 3]], (2,), False),
    ],
)
def test_an_array_is_looked_at_for_shape_and_finiteness(value, shape, ok):
    line, answer = array(value, shape, "it")
    assert line.ok is ok
    assert (answer is not None) is ok


@pytest.mark.parametrize(
    ("value", "shape", "words"),
    [
        (None, (), "nothing (None)"),
        (None, (3,), "nothing (None)"),
        ("0.5", (), "text"),
        ((0.5,), (), "a comma after a value"),
        ((0.5, 0.5), (), "2 things"),
        ((np.ones(3), np.ones(3)), (3,), "2 things"),
        (np.ones((3, 1)), (3,), "shape (3, 1)"),
        (iter(()), (2,), "tuple_iterator"),
    ],
)
def test_a_wrong_form_is_said_in_words(value, shape, words):
    assert words in array(value, shape, "it")[0].look


def test_results_side_by_side_are_counted():
    assert parts_missing((1, 2), "labels", "proba") is None
    for value, words in ((None, "nothing (None)"), ((1,), "a tuple of one"), (np.ones(3), "array")):
        assert words in parts_missing(value, "labels", "proba").look


def test_close_is_relative_and_absolute():
    assert close(1e6 + 0.5, 1e6)
    assert close(1e-7, 0)
    assert not close(1.0, 1.00001)


@every_section
def test_every_visible_check_is_in_its_test_cell(section):
    tests = {
        cells.grade_id(c): c.source for c in source_notebook(section).cells if cells.is_test(c)
    }
    for name in exercises_of(section.topic):
        assert f'check("{name}", {exercises()[name].asked})' in tests[f"test_{name}"]
