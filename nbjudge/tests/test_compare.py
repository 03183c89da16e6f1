"""The strict comparison: kind, shape, finiteness, size; whatever is odd fails."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nbjudge.errors import OddAnswerError
from nbjudge.exercise.compare import close, ndarrays, numbers
from tests.kit.tensors import tensor_param, torch

finite = st.floats(-1e6, 1e6)
shapes = hnp.array_shapes(min_dims=0, max_dims=3, max_side=4)


def label(value):
    """A test's name that is the same in every process."""
    return re.sub(r" at 0x\w+", "", repr(value))[:40]


def holds(value, expected, **tolerance):
    """Whether an answer passes, an odd one being one that does not."""
    try:
        return close(value, expected, **tolerance)
    except OddAnswerError:
        return False


@given(hnp.arrays(np.float64, shapes, elements=finite))
def test_an_answer_passes_in_every_legal_form(expected):
    assert holds(expected, expected)
    assert holds(expected.tolist(), expected)
    assert torch is None or holds(torch.from_numpy(expected.copy()), expected)
    assert holds(expected.astype(np.float32), expected)
    assert holds(np.array(expected, order="F"), expected)


@given(hnp.arrays(np.float64, shapes, elements=finite), st.data())
def test_one_wrong_number_among_many_is_enough(expected, data):
    place = tuple(data.draw(st.integers(0, n - 1)) for n in expected.shape)
    for wrong in (expected[place] + 0.01 * (1 + abs(expected[place])), np.nan, np.inf, -np.inf):
        answer = expected.copy()
        answer[place] = wrong
        assert not holds(answer, expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.empty(0), np.empty(0)),
        (np.empty((0, 2)), np.empty((0, 2))),
        ([], np.empty(0)),
        (np.empty((0, 1)), np.ones((3, 1))),
        (np.empty(0), np.ones(3)),
        ([], 1.0),
    ],
    ids=label,
)
def test_an_empty_array_equals_nothing(value, expected):
    assert not holds(value, expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.ones((3, 1)), np.ones(3)),
        (np.ones(3), np.ones((3, 1))),
        (np.ones((1, 3)), np.ones(3)),
        (np.ones(1), 1.0),
        (1.0, np.ones(1)),
        (np.ones((2, 3)), np.ones((3, 2))),
        (1.0, np.ones(4)),
        (np.ones(4), np.ones(3)),
    ],
    ids=label,
)
def test_nothing_is_broadcast(value, expected):
    assert not holds(value, expected)


def test_nan_never_passes_even_where_it_is_expected():
    assert not holds(np.nan, np.nan)
    assert not holds([1.0, np.nan], [1.0, np.nan])


@pytest.mark.parametrize("expected", [np.inf, -np.inf])
def test_infinity_is_met_exactly(expected):
    assert holds(expected, expected)
    assert holds([1.0, expected], [1.0, expected])


@pytest.mark.parametrize("expected", [np.inf, -np.inf])
@pytest.mark.parametrize("value", [0.0, 1e300, np.nan, "the other one"])
def test_nothing_else_is_near_infinity(value, expected):
    assert not holds(-expected if isinstance(value, str) else value, expected)
    assert not holds([2.0, 1.0], [2.0, expected])


@pytest.mark.parametrize(
    "value",
    [
        True,
        np.bool_(True),
        np.array(True),
        "1",
        b"1",
        np.array("1"),
        None,
        {},
        {1.0},
        {"a": 1.0},
        1 + 0j,
        np.array(1 + 0j),
        object(),
        np.array(object()),
        np.datetime64("2020-01-01"),
        len,
        tensor_param(lambda: torch.tensor(True)),
    ],
    ids=label,
)
def test_what_is_no_number_is_odd(value):
    with pytest.raises(OddAnswerError):
        numbers(value, ())


@pytest.mark.parametrize(
    "value",
    [
        [[1.0, 2.0], [3.0]],
        [1.0, [2.0]],
        [1.0, None],
        ["1", "2"],
        [True, False],
        [np.ones(2), np.ones(3)],
        [{}, {}],
        (1.0, "2"),
        [2**70, 1],
    ],
    ids=label,
)
def test_a_list_that_does_not_convert_is_odd(value):
    with pytest.raises(OddAnswerError):
        numbers(value, (2,))


@pytest.mark.parametrize(
    "value",
    [
        [1, 2],
        (1.0, 2.0),
        [np.float32(1), np.int8(2)],
        np.array([1, 2], dtype=np.uint8),
        np.array([1, 2], dtype=">f8"),
        tensor_param(lambda: torch.tensor([1, 2])),
        [np.array(1.0), np.array(2.0)],
    ],
    ids=label,
)
def test_whatever_converts_becomes_float64(value):
    found = numbers(value, (2,))
    assert found.dtype == np.float64
    assert found.tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    "value",
    [[1.0, 2.0], (1.0, 2.0), tensor_param(lambda: torch.ones(2)), 1.0, np.float64(1)],
)
def test_an_attribute_must_be_an_ndarray_itself(value):
    array = np.ones(2) if torch and isinstance(value, torch.Tensor) else np.array(value)
    with pytest.raises(OddAnswerError):
        ndarrays(value, array.shape)
    assert ndarrays(array, array.shape).tolist() == array.tolist()


def test_tolerances_are_relative_and_absolute():
    assert holds(1000.05, 1000.0, rtol=1e-4, atol=0)
    assert not holds(1000.2, 1000.0, rtol=1e-4, atol=0)
    assert holds(0.05, 0.0, rtol=1, atol=0.1)
    assert not holds(0.2, 0.0, rtol=1, atol=0.1)
    assert not holds(1.0 + 1e-15, 1.0, rtol=0, atol=0)
