"""Reading one reply: strict about its form, short about its words, wary of its size."""

import time

import numpy as np
import pytest

from nbjudge.exercise.exercise import Failure
from nbjudge.judge.reply import LENGTHS, ROOM, explain, extent, read
from nbjudge.notebook.text import legible
from tests.kit.tensors import tensor_param, torch

ERROR = {
    "type": "KeyError",
    "mro": ["KeyError", "Exception"],
    "message": "'x'",
    "where": "line 1",
    "ours": "",
}


def malformed(reply):
    return read(reply).failure == Failure("malformed reply")


def test_an_answer_comes_with_the_arguments_it_changed():
    answer = read({"value": 3, "changed": ["X"]})
    assert (answer.value, answer.failure, answer.changed) == (3, None, ("X",))


def test_an_error_comes_with_its_ancestors_and_words():
    answer = read({"error": ERROR})
    assert answer.raised("Exception")
    assert not answer.raised("ValueError")
    assert explain(answer.failure) == "KeyError: 'x'\nline 1"


@pytest.mark.parametrize(
    "reply",
    [
        None,
        [],
        {},
        "value",
        {"value": 1},
        {"changed": []},
        {"value": 1, "changed": None},
        {"value": 1, "changed": [1]},
        {"value": 1, "changed": [np.ones(3)]},
        {"value": 1, "changed": "X"},
        {"value": 1, "changed": ("X",)},
        {"value": 1, "changed": [], "error": ERROR},
        {"value": 1, "changed": [], "more": 2},
        {"error": ERROR, "value": 1},
        {"error": None},
        {"error": {}},
        {"error": [ERROR]},
        {"error": {**ERROR, "type": 3}},
        {"error": {**ERROR, "message": None}},
        {"error": {**ERROR, "where": ["x"]}},
        {"error": {**ERROR, "ours": 1}},
        {"error": {**ERROR, "mro": "ValueError"}},
        {"error": {**ERROR, "mro": [["ValueError"]]}},
        {"error": {**ERROR, "mro": [np.ones(3)]}},
    ],
    ids=lambda reply: repr(reply)[:60],
)
def test_anything_else_is_malformed(reply):
    assert malformed(reply)


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        (3.0, 1),
        (None, 1),
        (np.ones((3, 4)), 12),
        tensor_param(lambda: torch.ones(5), 5),
        (np.float64(1), 1),
        ([1, [2, 3]], 3),
        ({"a": np.ones(7), "b": (1, 2)}, 9),
        ([], 0),
        (np.empty((0, 9)), 0),
        ("four", 4),
        ([1.0, 2.0, "four"], 12),
    ],
    ids=repr,
)
def test_the_extent_of_a_value_is_what_it_would_take_as_one_array(value, numbers):
    assert extent(value) == numbers


@pytest.mark.parametrize(
    "value",
    [
        np.zeros(ROOM + 1, dtype=np.uint8),
        [np.zeros(ROOM), 1.0],
        {"states": np.zeros((ROOM + 1, 1))},
        ["w" * 500, *[1.0] * 500],
        tensor_param(lambda: torch.zeros(ROOM + 1)),
    ],
    ids=["array", "list", "dict", "a text among numbers", "tensor"],
)
def test_an_answer_far_larger_than_any_right_one_is_a_failure_that_says_so(value):
    answer = read({"value": value, "changed": []})
    assert explain(answer.failure) == "Answer: far larger than was asked for"


def test_an_answer_with_as_many_numbers_as_there_is_room_for_is_read():
    assert read({"value": np.zeros(ROOM), "changed": []}).failure is None


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[2J\x1b[31mred",
        "\x1b]0;title\x07",
        "\x9b31m",
        "a\rb",
        "a\x08b",
        "\u202egnp.exe",
        "\u200bhidden",
        "\u2028line",
        "\ud800",
        "\x7f",
    ],
    ids=ascii,
)
def test_what_steers_a_terminal_or_hides_is_shown_as_what_it_is(text):
    shown = legible(text, 100)
    assert "�" in shown
    assert all(c.isprintable() for c in shown)


def test_ordinary_words_in_any_script_stay_as_they_are():
    text = "größer als µ: 数据\n\tline 2"
    assert legible(text, 100) == text


@pytest.mark.parametrize("key", LENGTHS)
def test_words_are_cut_and_neutral(key):
    failure = read({"error": {**ERROR, key: "\x1b[31m" + "w" * 5000}}).failure
    assert len(getattr(failure, key)) == LENGTHS[key]
    assert "\x1b" not in explain(failure)


def test_a_message_of_digits_takes_no_time():
    began = time.process_time()
    explain(read({"error": {**ERROR, "message": "9" * 2000}}).failure)
    assert time.process_time() - began < 0.1
