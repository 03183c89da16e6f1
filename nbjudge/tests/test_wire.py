"""The wire format: what goes in comes out, and whatever is malformed is refused."""

import contextlib
import json
import math
import re
import sys
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nbjudge.guest.wire import Handle, Limits, WireError, pack, unpack
from tests.kit.tensors import needs_torch, tensor_param, torch

WIDE = Limits(depth=64)

dtypes = st.one_of(
    hnp.boolean_dtypes(),
    hnp.integer_dtypes(endianness="?"),
    hnp.unsigned_integer_dtypes(endianness="?"),
    hnp.floating_dtypes(endianness="?"),
)
arrays = hnp.arrays(dtypes, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))
scalars = dtypes.flatmap(lambda dtype: hnp.arrays(dtype.newbyteorder("="), ())).map(lambda a: a[()])
tensors = hnp.arrays(
    st.sampled_from([np.float64, np.float32, np.int64, np.bool_]),
    hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
).map(lambda array: torch.from_numpy(array) if torch else array)
plain = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text()
leaves = plain | arrays | scalars | tensors
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)


def label(value):
    """A test's name that is the same in every process."""
    return re.sub(r" at 0x\w+", "", repr(value))[:40]


def sent(value, limits=WIDE):
    """A value after its way through JSON and buffers."""
    buffers = []
    form = json.loads(json.dumps(pack(value, buffers), allow_nan=False))
    return unpack(form, buffers, limits)


def same(a, b):
    """Whether two values agree in type, shape, kind and every bit that matters."""
    if torch and isinstance(a, torch.Tensor):
        return isinstance(b, torch.Tensor) and a.dtype == b.dtype and same(a.numpy(), b.numpy())
    if type(a) is not type(b):
        return False
    if isinstance(a, (np.ndarray, np.generic)):
        little = a.dtype.newbyteorder("<") == b.dtype.newbyteorder("<")
        nan = a.dtype.kind == "f"
        return little and a.shape == b.shape and np.array_equal(a, b, equal_nan=nan)
    if isinstance(a, float):
        return a == b or (math.isnan(a) and math.isnan(b))
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    return a == b


@settings(max_examples=300)
@given(values)
def test_everything_of_the_closed_set_comes_back_as_it_went(value):
    assert same(value, sent(value))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), -0.0])
def test_special_floats_travel_in_strict_json(value):
    assert same(value, sent(value))
    assert math.copysign(1, sent(value)) == math.copysign(1, value)


@pytest.mark.parametrize(
    "array",
    [
        np.arange(12.0).reshape(3, 4).T,
        np.arange(12)[::-3],
        np.arange(6, dtype=">i4").reshape(2, 3),
        np.array(3.5),
        np.empty((0, 3)),
        np.asfortranarray(np.eye(3)),
        np.array([True, False]),
        np.broadcast_to(np.float32(2), (2, 2)),
        np.array([np.nan, np.inf, -np.inf]),
    ],
    ids=label,
)
def test_arrays_of_any_layout_come_back_equal_and_writable(array):
    back = sent(array)
    assert same(array, back)
    assert back.flags.writeable
    assert back.flags.c_contiguous


@needs_torch
def test_a_tensor_in_a_graph_comes_back_as_its_value():
    tensor = torch.ones(2, 2, requires_grad=True)
    back = sent(tensor * 2)
    assert not back.requires_grad
    assert torch.equal(back, torch.full((2, 2), 2.0))


def test_a_handle_travels_inside_containers():
    assert sent({"here": [Handle(3, "GMM")]}) == {"here": [Handle(3, "GMM")]}


class Text(str):
    """A subclass, which may lie about itself."""

    __slots__ = ()


@pytest.mark.parametrize(
    "value",
    [
        {1, 2},
        frozenset(),
        b"bytes",
        bytearray(2),
        1j,
        object(),
        len,
        int,
        Text("x"),
        np.array([object()]),
        np.array(["text"]),
        np.array([b"bytes"]),
        np.array([1j]),
        np.zeros(2, dtype=[("a", "f8")]),
        np.array(["2020-01-01"], dtype="M8[D]"),
        np.str_("x"),
        {1: "a key that is no text"},
        2**63,
        -(2**63) - 1,
        range(3),
        iter([]),
        tensor_param(lambda: torch.tensor([1j])),
        [1, {2}],
        ({"a": {"b": object()}},),
    ],
    ids=label,
)
def test_anything_else_is_refused(value):
    with pytest.raises(WireError):
        pack(value, [])


def test_what_is_odd_can_be_told_by_the_caller():
    odd = []
    assert pack([1, {2}], [], lambda value: odd.append(value)) == {"list": [1, None]}
    assert odd == [{2}]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
array_bodies = st.fixed_dictionaries(
    {
        "dtype": st.sampled_from(
            [
                "<f8",
                "<i4",
                "|b1",
                ">f4",
                "|u1",
                "O",
                "<U3",
                "f8,f8",
                "(2,)f8",
                "M8[s]",
                "<c16",
                "<f2",
                "zzz",
            ]
        )
        | json_values,
        "shape": st.lists(st.integers(-2, 4) | st.sampled_from([2**31, 2**63, 10**30]), max_size=4)
        | json_values,
        "buffer": st.integers(-3, 3) | json_values,
    }
)
KINDS = ("float", "list", "tuple", "dict", "array", "scalar", "tensor", "handle", "other")
forms = st.recursive(
    json_values
    | st.builds(lambda kind, body: {kind: body}, st.sampled_from(KINDS), json_values)
    | st.builds(
        lambda kind, body: {kind: body},
        st.sampled_from(["array", "scalar", "tensor"]),
        array_bodies,
    )
    | st.tuples(json_values, json_values).map(lambda pair: {"handle": list(pair)}),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: {"list": items})
        | st.lists(st.tuples(st.text(max_size=3), inner).map(list), max_size=3).map(
            lambda pairs: {"dict": pairs}
        )
    ),
    max_leaves=5,
)


@settings(max_examples=600)
@given(forms, st.lists(st.binary(max_size=32), max_size=3))
def test_an_arbitrary_reply_is_read_or_refused_and_nothing_else(form, buffers):
    with contextlib.suppress(WireError):
        unpack(form, buffers)


def array_form(dtype="<f8", shape=(1,), buffer=0, kind="array"):
    shape = list(shape) if isinstance(shape, tuple) else shape
    return {kind: {"dtype": dtype, "shape": shape, "buffer": buffer}}


@pytest.mark.parametrize(
    "form",
    [
        array_form(shape=(10**12,)),
        array_form(shape=(-1,)),
        array_form(shape=(-1, -1)),
        array_form(shape=(2,)),
        array_form(shape=(1.0,)),
        array_form(shape=(True,)),
        array_form(shape="1"),
        array_form(shape=None),
        array_form(shape=(1,) * 9),
        array_form(shape=""),
        array_form(shape={}),
        array_form(buffer=1),
        array_form(buffer=-1),
        array_form(buffer=0.0),
        array_form(buffer=None),
        array_form(buffer="0"),
        array_form(dtype="O"),
        array_form(dtype="V8"),
        array_form(dtype="S8"),
        array_form(dtype="<U2"),
        array_form(dtype="f4,f4"),
        array_form(dtype="(2,)f4"),
        array_form(dtype="c8"),
        array_form(dtype="M8[s]"),
        array_form(dtype="no such thing"),
        array_form(dtype=">f8"),
        array_form(dtype="float64"),
        array_form(dtype="<f3"),
        array_form(dtype="<f8" + "\n"),
        array_form(kind="scalar"),
        array_form(buffer=10**400),
        {"array": {**array_form()["array"], "more": 1}},
        array_form(dtype=[["a", "f8"]]),
        {"array": {}},
        {"array": None},
        {"array": [1]},
        {"scalar": 3.0},
        {"tensor": {"dtype": "<f8"}},
    ],
    ids=json.dumps,
)
def test_a_malformed_array_is_refused(form):
    with pytest.raises(WireError):
        unpack(form, [bytes(8)])


@pytest.mark.parametrize(
    "shape",
    [
        (2**62, 2**62, 0),
        (10**30, 0),
        (0, 2**63),
        (2**31 - 1, 0),
        (*[2**31 - 1] * 7, 0),
        (10**6, 0),
    ],
    ids=str,
)
def test_an_array_of_no_bytes_and_a_long_shape_is_refused(shape):
    with pytest.raises(WireError):
        unpack(array_form(shape=shape), [b""])


def test_an_array_of_no_bytes_and_a_short_shape_is_read():
    assert unpack(array_form(shape=(5, 0)), [b""]).shape == (5, 0)


def test_a_dtype_of_a_million_fields_is_not_looked_into():
    form = array_form(dtype="f8," * 10**6)
    tracemalloc.start()
    with pytest.raises(WireError):
        unpack(form, [bytes(8)])
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


def test_a_tensor_of_a_kind_that_torch_does_not_know_is_refused():
    long_double = np.dtype(np.longdouble)
    if long_double.itemsize == 8:
        pytest.skip("long double is double here")
    form = array_form(dtype=long_double.str, kind="tensor")
    with pytest.raises(WireError):
        unpack(form, [bytes(long_double.itemsize)])


def test_a_forged_tensor_is_refused_where_there_is_no_torch(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(WireError):
        unpack(array_form(kind="tensor"), [bytes(8)])


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"a": 1, "b": 2},
        {"list": None},
        {"list": {}},
        {"tuple": "ab"},
        {"dict": {}},
        {"dict": [["key"]]},
        {"dict": [[1, 2]]},
        {"dict": [["a", 1, 2]]},
        {"float": "1.5"},
        {"float": None},
        {"set": []},
        {"pickle": "gASVAAAAAAAAAA=="},
        [],
        [1],
        {"handle": 1},
        {"handle": [1]},
        {"handle": ["one", "GMM"]},
        {"handle": [None, "GMM"]},
        {"handle": [[], "GMM"]},
        {"handle": [float("inf"), "GMM"]},
        {"handle": [1, 2, 3]},
        {"handle": [-1, "GMM"]},
        {"handle": [True, "GMM"]},
        {"handle": [2**31, "GMM"]},
        {"dict": [["a", 1], ["a", 2]]},
        2**63,
        -(2**63) - 1,
        10**4000,
    ],
    ids=label,
)
def test_a_malformed_form_is_refused(form):
    with pytest.raises(WireError):
        unpack(form, [])


def nested(depth):
    form = None
    for _ in range(depth):
        form = {"list": [form]}
    return form


def test_nesting_is_read_to_the_limit_and_no_further():
    unpack(nested(5), [], Limits(depth=5))
    with pytest.raises(WireError):
        unpack(nested(6), [], Limits(depth=5))
    with pytest.raises(WireError):
        unpack(nested(100_000), [])


def test_items_are_counted_over_all_containers():
    form = {"list": [{"list": [0] * 10}] * 10}  # 1 + 10 + 100
    unpack(form, [], Limits(items=111))
    with pytest.raises(WireError):
        unpack(form, [], Limits(items=110))


def test_bytes_are_counted_over_all_buffers_read_or_not():
    with pytest.raises(WireError):
        unpack(None, [bytes(60), bytes(60)], Limits(bytes=100))


def test_a_buffer_is_read_once():
    """A thousand arrays that share the bytes of one would take a thousand times the memory."""
    unpack({"list": [array_form(), array_form(buffer=1)]}, [bytes(8), bytes(8)])
    with pytest.raises(WireError):
        unpack({"list": [array_form(), array_form()]}, [bytes(8), bytes(8)])


def test_text_is_cut_at_its_limit():
    assert unpack("a" * 50, [], Limits(text=10)) == "a" * 10
