"""The grader's side of a student process, in this process: real namespaces, real requests."""

import numpy as np
import pytest

from nbjudge.guest.agent import Agent, describe
from nbjudge.guest.wire import Handle, pack, unpack
from nbjudge.quality.local import LocalStudent

ASKS = """
from nbjudge.guest.blame import unwrap

def call(function, **given):
    return function(**given)

def first(a, b, x):
    return a(x), b(x)

def use(item, other):
    return unwrap(item) is unwrap(other)
"""


def ask(cell, probes, targets=("f",), agent=None):
    """The replies of a notebook of one cell to some probes."""
    agent = agent or LocalStudent([cell]).agent
    buffers = []
    request = {
        "module": "asks",
        "source": ASKS,
        "targets": list(targets),
        "probes": pack(probes, buffers),
    }
    form, out = agent.answer(request, buffers)
    return unpack(form, out)


def test_a_value_comes_back_with_what_was_changed():
    (reply,) = ask("def f(x):\n    return x + 1", [["call", {"x": np.arange(3)}]])
    np.testing.assert_array_equal(reply["value"], [1, 2, 3])
    assert reply["changed"] == []


@pytest.mark.parametrize(
    "body",
    [
        "x += 1",
        "x[0] = 9",
        "x.sort()",
        "x.resize(2, refcheck=False)",
        "x.shape = (3, 1)",
        "x.fill(float('nan'))",
    ],
)
def test_an_array_changed_in_place_is_reported(body):
    cell = f"def f(x, y):\n    {body}"
    given = {"x": np.array([3.0, 1.0, 2.0]), "y": np.array([3.0, 1.0, 2.0])}
    (reply,) = ask(cell, [["call", given]])
    assert reply["changed"] == ["x"]


@pytest.mark.parametrize("body", ["x.pop()", "x[0][0] = 1", "x.sort()", "x.append(3)"])
def test_a_list_changed_in_place_is_reported_to_its_depths(body):
    (reply,) = ask(f"def f(x):\n    {body}", [["call", {"x": [[2], [1]]}]])
    assert reply["changed"] == ["x"]


def test_an_argument_that_holds_nan_and_is_left_alone_is_not_reported():
    (reply,) = ask("def f(x):\n    return 0", [["call", {"x": np.array([np.nan, 1.0])}]])
    assert reply["changed"] == []


def test_a_list_that_is_put_into_itself_is_an_answer():
    replies = ask(
        "def f(x):\n    x.append(x)\n    return 1", [["call", {"x": [1]}], ["call", {"x": [2]}]]
    )
    assert len(replies) == 2


def test_an_exception_is_described_in_the_students_terms():
    cell = "class Mine(ValueError):\n    pass\n\ndef f():\n    raise Mine('no such thing')"
    (reply,) = ask(cell, [["call", {}]])
    error = reply["error"]
    assert error["type"] == "Mine"
    assert error["message"] == "no such thing"
    assert "ValueError" in error["mro"]
    assert "raise Mine" in error["where"]
    assert "line 5, in f" in error["where"]


def test_frames_that_are_not_the_students_are_left_out():
    (reply,) = ask("import json\ndef f():\n    json.loads('{')", [["call", {}]])
    assert reply["error"]["where"].splitlines() == ["line 3, in f: json.loads('{')"]


def test_a_long_message_is_cut():
    assert len(describe(ValueError("x" * 10_000))["message"]) == 500


@pytest.mark.parametrize(
    "statement",
    [
        "raise SystemExit(0)",
        "import sys; sys.exit()",
        "raise BaseException('x')",
        "return f()",
        "raise GeneratorExit",
        "return undefined_name",
    ],
)
def test_whatever_ends_a_call_ends_that_answer_alone(statement):
    cell = f"def f(x):\n    if x:\n        {statement}\n    return 7"
    bad, good = ask(cell, [["call", {"x": True}], ["call", {"x": False}]])
    assert "error" in bad
    assert good["value"] == 7


def test_an_interrupt_is_not_an_answer():
    with pytest.raises(KeyboardInterrupt):
        ask("def f():\n    raise KeyboardInterrupt", [["call", {}]])


def test_what_is_no_plain_data_stays_and_can_be_asked_for_again():
    agent = LocalStudent(["def f():\n    return [len, {'a': set()}]"]).agent
    (reply,) = ask("", [["call", {}]], agent=agent)
    function, handle = reply["value"][0], reply["value"][1]["a"]
    assert isinstance(function, Handle)
    assert handle.kind == "set"
    (again,) = ask("", [["call", {"obj": "abc"}]], [function.number], agent)
    assert "error" in again  # len takes no keyword: the handle led to len itself
    assert again["error"]["type"] == "TypeError"
    (identical,) = ask("", [["use", {"other": function}]], [function.number], agent)
    assert identical["value"] is True


def test_handles_resolve_inside_containers():
    agent = LocalStudent(
        ["class C:\n    pass\n\ndef f(items):\n    return type(items['c'][0]).__name__", "c = C()"]
    ).agent
    number = agent._keep(agent.namespace["c"])["handle"][0]
    (reply,) = ask("", [["call", {"items": {"c": [Handle(number, "C")]}}]], agent=agent)
    assert reply["value"] == "C"


def test_several_targets_reach_the_asking_function_in_order():
    cell = "def f(x):\n    return x + 1\n\ndef g(x):\n    return x * 10"
    (reply,) = ask(cell, [["first", {"x": 2}]], ["f", "g"])
    assert reply["value"] == (3, 20)


def test_a_name_that_is_not_there_is_a_name_error_of_the_answer():
    (reply,) = ask("", [["call", {}]], ["missing"])
    assert reply["error"]["type"] == "NameError"


def test_prints_of_the_student_go_nowhere(capsys):
    ask("def f():\n    print('loud')", [["call", {}]])
    assert capsys.readouterr().out == ""


def test_a_value_that_cannot_be_packed_is_an_error_and_not_an_end():
    bad, good = ask(
        "def f(x):\n    a = [x]\n    if x:\n        a.append(a)\n    return a",
        [["call", {"x": True}], ["call", {"x": False}]],
    )
    assert bad["error"]["type"] == "RecursionError"
    assert good["value"] == [False]


def test_the_asks_see_the_notebooks_names():
    agent = Agent({"there": 5})
    request = {
        "module": "m",
        "source": "def look():\n    return NOTEBOOK['there']",
        "targets": [],
        "probes": pack([["look", {}]], []),
    }
    form, out = agent.answer(request, [])
    assert unpack(form, out)[0]["value"] == 5
