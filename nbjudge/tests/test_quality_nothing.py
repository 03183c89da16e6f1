"""Answers that know nothing: what they are made of, and that they know the form alone."""

from __future__ import annotations

import ast
from collections import namedtuple
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from nbjudge.quality import forms
from nbjudge.quality.forms import FILLS, filled
from nbjudge.quality.local import LocalStudent
from nbjudge.quality.nothing import non_answers
from tests.kit.tensors import needs_torch, tensor_param, torch

Pair = namedtuple("Pair", "mean std")
VALUES = (
    1.5,
    3,
    True,
    np.float32(2.5),
    np.int64(7),
    np.arange(6.0).reshape(2, 3),
    np.arange(4),
    np.array(["one", "two"]),
    np.empty((0, 2)),
    (np.ones(2), 3.0),
    [1.0, np.zeros((2, 1))],
    Pair(1.0, np.ones(3)),
    {"rate": 0.5, "samples": np.ones(4, dtype=np.float32)},
    tensor_param(lambda: torch.ones(2, 3, dtype=torch.float64)),
)
MEAN = """
def mean(values, weights=None):
    return float(np.average(values, weights=weights))
"""
DRAW = """
def draw(n, rng):
    return rng.normal(5.0, size=n), n
"""
COUNTER = """
class Counter:
    def __init__(self):
        self.counts, self.rng, self._sum = np.zeros(3), np.random.default_rng(0), 0.0


def add_to_class(cls):
    return lambda function: setattr(cls, function.__name__, function) or function
"""
COUNT = """
@add_to_class(Counter)
def count(self, labels):
    self.counts = self.counts + np.bincount(labels, minlength=3)
    self._sum += 1.0
"""


def form(value: Any) -> Any:
    """Types, lengths, shapes and dtypes of a value."""
    if isinstance(value, dict):
        return {key: form(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value), [form(item) for item in value]
    return type(value), getattr(value, "shape", None), getattr(value, "dtype", None)


def made(source: str) -> dict[str, str]:
    return dict(non_answers(source))


def function(source: str, name: str) -> Callable[..., Any]:
    """What a cell of this source defines below the usual imports."""
    student = LocalStudent(["import numpy as np", COUNTER, source])
    found: Callable[..., Any] = student.namespace[name]
    return found


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_the_form_of_a_value_stays_and_none_of_its_numbers(value: Any, fill: str) -> None:
    other = filled(value, FILLS[fill](np.random.default_rng(0)))
    assert form(other) == form(value)


def test_numbers_are_those_of_the_fill() -> None:
    pair = filled((np.arange(4.0), 2.5), FILLS["a constant"](forms.OWN))
    np.testing.assert_array_equal(pair[0], [0.3] * 4)
    assert pair[1] == 0.3
    assert np.isnan(filled(np.ones(2), FILLS["NaN"](forms.OWN))).all()
    assert filled(np.arange(3), FILLS["ones"](forms.OWN)).tolist() == [1, 1, 1]
    assert filled(np.array(["spam"]), FILLS["ones"](forms.OWN)).tolist() == [""]


def test_a_function_gets_none_zero_its_arguments_an_error_and_its_form() -> None:
    found = made(MEAN)
    assert {"returns None", "returns 0.0", "returns values", "returns weights"} < set(found)
    assert {f"form, {fill}" for fill in FILLS} < set(found)
    assert not any("rng" in name for name in found)
    values = np.arange(5.0)
    assert function(found["returns values"], "mean")(values) is values
    assert function(found["returns None"], "mean")(values, weights=None) is None
    assert function(found["form, a constant"], "mean")(values) == 0.3
    with pytest.raises(ValueError, match=r"^$"):
        function(found["raises ValueError"], "mean")(values)


def test_noise_is_of_its_own_or_of_the_generator_that_is_passed() -> None:
    found = made(DRAW)
    passed = function(found["form, normal noise from rng"], "draw")
    again = [passed(4, np.random.default_rng(1))[0] for _ in range(2)]
    np.testing.assert_array_equal(*again)
    own = function(found["form, normal noise"], "draw")
    assert not np.array_equal(*(own(4, np.random.default_rng(1))[0] for _ in range(2)))
    assert type(own(4, np.random.default_rng(1))[1]) is int


def test_a_method_stays_one_and_what_it_sets_is_filled() -> None:
    found = made(COUNT)
    assert "returns self" not in found
    student = LocalStudent(["import numpy as np", COUNTER, found["form, ones"]])
    counter = student.namespace["Counter"]()
    counter.count(np.array([2, 2, 1]))
    np.testing.assert_array_equal(counter.counts, [1.0, 1.0, 1.0])
    assert counter._sum == 1.0  # its own affair
    idle = LocalStudent(["import numpy as np", COUNTER, found["returns None"]])
    counter = idle.namespace["Counter"]()
    counter.count(np.array([2]))
    assert not counter.counts.any()


def test_where_the_model_refuses_there_is_no_form() -> None:
    source = "def root(x):\n    if x < 0:\n        raise ValueError(x)\n    return x**0.5"
    assert function(made(source)["form, ones"], "root")(-1.0) == 0.0


@needs_torch
def test_a_tensor_has_gradients_that_say_nothing() -> None:
    source = "def double(x):\n    return 2 * x"
    x = torch.ones(3, requires_grad=True)
    result = function(made(source)["form, normal noise"], "double")(x)
    (gradient,) = torch.autograd.grad(result.sum(), [x])
    assert not gradient.any()
    assert result.std() > 0


def test_a_cell_that_ends_in_no_function_gets_none() -> None:
    assert made("double = lambda x: 2 * x") == {}


@pytest.mark.parametrize("source", [MEAN, DRAW, COUNT])
def test_every_non_answer_is_a_program_of_its_own(source: str) -> None:
    texts = [ast.unparse(ast.parse(text)) for text in made(source).values()]
    assert len(set(texts)) == len(texts) > 8
