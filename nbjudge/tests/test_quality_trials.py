"""What stands above an answer that is tried, in which process, and for how long."""

from __future__ import annotations

import os
import time

import pytest

from nbjudge.errors import GraderError, StudentTimeoutError
from nbjudge.quality.bank import BankAnswer, bank
from nbjudge.quality.styles import Style, styles_above
from nbjudge.quality.trial import time_limit
from nbjudge.quality.workers import apart
from tests.kit.optics import SECTION, model_answers

LEFT: list[int] = []


def right(exercise: str) -> list[BankAnswer]:
    return [a for a in bank(SECTION) if (a.exercise, a.kind) == (exercise, "right")]


def test_the_first_style_is_the_models_and_the_others_hold_every_right_answer() -> None:
    model, *others = styles_above(SECTION, "magnification")
    assert str(model) == "the model answers"
    assert any("def image_distance" in cell and "SOLUTION" in cell for cell in model.cells)
    assert [style.answers for style in others] == [(a,) for a in right("image_distance")]
    for style in others:
        assert style.answers[0].source in style.cells
        assert len(style.cells) == len(model.cells)
        assert "SOLUTION" not in "".join(style.cells)


def test_an_answer_with_no_other_above_it_has_one_style() -> None:
    (model,) = styles_above(SECTION, "image_distance")
    assert not any(source in model.cells for source in model_answers(SECTION).values())


def test_names_that_two_answers_bind_are_said() -> None:
    one = BankAnswer(
        "s", "first", "right", "right_a", "def ratio():\n    ...\nscale = 2\nimport os"
    )
    two = BankAnswer("s", "second", "right", "right_b", "ratio = 3\nother = 4\nimport os")
    style = Style((), (one,))
    assert style.clashes(two) == ["ratio in first/right_a and second/right_b"]


def test_a_limit_counts_time_on_the_processor_alone() -> None:
    with time_limit(0.2):
        time.sleep(0.5)
    began = time.process_time()
    with pytest.raises(StudentTimeoutError), time_limit(0.2):
        compute(5)
    assert time.process_time() - began < 1


def compute(seconds: float) -> None:
    began = time.process_time()
    while time.process_time() - began < seconds:
        pass


def leave(number: int) -> list[int]:
    LEFT.append(number)
    return LEFT


def fail() -> None:
    raise LookupError("said why")


def test_what_runs_apart_leaves_nothing_behind() -> None:
    assert apart(leave, 1) == [1]
    assert apart(leave, 2) == [2]
    assert LEFT == []


def test_what_fails_apart_says_why() -> None:
    with pytest.raises(GraderError, match="said why"):
        apart(fail)
    with pytest.raises(GraderError, match="ended before it answered"):
        apart(os._exit, 1)
